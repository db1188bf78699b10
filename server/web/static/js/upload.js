// Uploads whole files with tus-js-client: progress, pause, going on after a reload. The browser's
// sign-in and the page's secret are all that is sent along; no token is kept anywhere.

const RETRY_MS = [0, 1000, 3000, 5000, 10000, 30000];

function start(form) {
  form.hidden = false;
  if (!tus.isSupported) {
    tell(form, "This browser cannot upload files in pieces.");
    return;
  }
  showUnfinished(form);
  const session = form.elements.namedItem("session");
  const participant = form.elements.namedItem("participant");
  const choose = () => { if (participant) participant.disabled = session.value !== ""; };
  session.addEventListener("change", choose);
  choose();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.elements.namedItem("files");
    if (!input.files.length) tell(form, "Choose a file first.");
    for (const file of input.files) begin(form, file);
    input.value = "";
  });
  window.addEventListener("beforeunload", (event) => {
    if (form.querySelector('[data-going="yes"]')) event.preventDefault();
  });
}

function begin(form, file) {
  const row = document.getElementById("file-row").content.cloneNode(true).querySelector("li");
  row.querySelector("[data-name]").textContent = `${file.name}, ${megabytes(file.size)}`;
  row.querySelector("progress").setAttribute("aria-label", `Progress of ${file.name}`);
  form.querySelector("[data-files]").prepend(row);
  if (file.size > Number(form.dataset.mostBytes)) {
    end(row, `is larger than ${megabytes(Number(form.dataset.mostBytes))}, the most that is taken; nothing was sent`);
    return;
  }
  new Sending(form, file, row).start();
}

class Sending {
  constructor(form, file, row) {
    this.form = form;
    this.file = file;
    this.row = row;
    this.pauseButton = row.querySelector("[data-pause]");
    this.upload = new tus.Upload(file, this.#options());
    this.pauseButton.addEventListener("click", () => this.#pauseOrGoOn());
    row.querySelector("[data-drop]").addEventListener("click", () => this.#drop());
  }

  async start() {
    const before = await this.upload.findPreviousUploads();
    if (before.length) this.upload.resumeFromPreviousUpload(before[before.length - 1]);
    this.#go();
  }

  #options() {
    const said = new FormData(this.form);
    const metadata = { filename: this.file.name, filetype: this.file.type };
    for (const name of ["session", "participant", "prompt"]) {
      const value = String(said.get(name) || "").trim();
      if (value) metadata[name] = value;
    }
    return {
      endpoint: this.form.dataset.endpoint,
      chunkSize: Number(this.form.dataset.chunkBytes),
      retryDelays: RETRY_MS,
      removeFingerprintOnSuccess: true,
      metadata,
      headers: { "X-CSRF-Token": document.querySelector('meta[name="csrf-token"]').content },
      onProgress: (sent, total) => this.#progress(sent, total),
      onAfterResponse: (_request, answer) => {
        this.recording = answer.getHeader("Holdfast-Recording") || this.recording;
      },
      onSuccess: () => this.#succeed(),
      onError: (error) => this.#fail(error),
    };
  }

  #go() {
    this.row.dataset.going = "yes";
    this.pauseButton.textContent = "Pause";
    this.#state("sending");
    this.since = { at: performance.now(), sent: null };
    this.upload.start();
  }

  async #pauseOrGoOn() {
    if (this.row.dataset.going !== "yes") {
      this.#go();
      return;
    }
    await this.upload.abort();
    this.row.dataset.going = "no";
    this.pauseButton.textContent = "Go on";
    this.#state(`paused; what was sent is kept for ${this.form.dataset.keptDays} days`);
    this.#figures("", "");
  }

  async #drop() {
    try {
      await this.upload.abort(true);
      end(this.row, "cancelled; nothing of it is kept");
    } catch {
      end(this.row, "stopped here; the receiver did not answer and forgets it by itself later");
    }
  }

  #progress(sent, total) {
    this.row.querySelector("progress").value = total ? sent / total : 0;
    if (this.row.dataset.going !== "yes") return;
    this.since.sent ??= sent;
    const seconds = (performance.now() - this.since.at) / 1000;
    const speed = seconds > 0.5 ? (sent - this.since.sent) / seconds : 0;
    this.#state(`${Math.floor((100 * sent) / total)} % sent`);
    this.#figures(speed ? `${megabytes(speed)}/s` : "", speed ? `${lasting((total - sent) / speed)} left` : "");
  }

  #succeed() {
    this.row.querySelector("progress").value = 1;
    end(this.row, "stored and safe on the receiver; it is being prepared");
    tell(this.form, `${this.file.name} is stored.`);
    if (!this.recording) return;
    const link = this.row.querySelector("[data-link]");
    link.href = `/web/recordings/${this.recording}`;
    link.hidden = false;
  }

  #fail(error) {
    this.row.dataset.going = "no";
    this.pauseButton.textContent = "Try again";
    const status = error.originalResponse ? error.originalResponse.getStatus() : 0;
    this.#state(why(status));
    this.#figures("", "");
    tell(this.form, `${this.file.name}: ${why(status)}`);
  }

  #state(words) {
    this.row.querySelector("[data-state]").textContent = words;
  }

  #figures(speed, left) {
    this.row.querySelector("[data-speed]").textContent = speed;
    this.row.querySelector("[data-left]").textContent = left;
  }
}

function why(status) {
  if (status === 0) return "the receiver does not answer; what was sent is kept, try again later";
  if (status === 401 || status === 403) return "refused: sign in again, then choose the same file to go on";
  if (status === 410) return "refused: this session was withdrawn";
  if (status === 413) return "refused: the file is too large";
  if (status === 507) return "the receiver's disk is full; what was sent is kept, try again later";
  return `refused (${status}); what was sent is kept`;
}

function end(row, words) {
  row.dataset.going = "no";
  row.querySelector("[data-state]").textContent = words;
  row.querySelector("[data-speed]").textContent = "";
  row.querySelector("[data-left]").textContent = "";
  row.querySelector("[data-pause]").hidden = true;
  row.querySelector("[data-drop]").hidden = true;
}

async function showUnfinished(form) {
  const found = await tus.defaultOptions.urlStorage.findAllUploads();
  const place = form.querySelector("[data-unfinished]");
  for (const each of found) {
    const item = document.createElement("li");
    item.textContent = each.metadata.filename || "a file without a name";
    place.querySelector("ul").append(item);
  }
  place.hidden = found.length === 0;
}

function tell(form, words) {
  form.querySelector("[data-news]").textContent = words;
}

function megabytes(bytes) {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

function lasting(seconds) {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}

const form = document.querySelector("[data-upload]");
if (form) start(form);
