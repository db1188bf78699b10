// A recording that is still arriving: asks what is here, says so, and plays the segments one after
// the other as they come (Media Source). A hidden tab asks nothing. What is missing is skipped, and
// the page says so; the clock of a new part goes on where the last one ended.

import { described } from "./fragments.js";

const ASK_EVERY_MS = 2000;
const AHEAD_S = 60;
const BEHIND_S = 120;
const NEWEST = 6;

function start(root) {
  const stage = root.querySelector("[data-live]");
  const player = stage && "MediaSource" in window ? new LivePlayer(root, stage) : null;
  root.querySelectorAll("[data-with-script]").forEach((each) => { each.hidden = false; });
  let etag = null;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(root.dataset.arriving, { headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status === 304) return;
    if (answer.status === 410 || answer.status === 404) {
      root.querySelector("[data-status]").textContent = "This recording was taken back. Nothing of it is here any more.";
      clearInterval(timer);
      return;
    }
    if (!answer.ok) return;
    etag = answer.headers.get("ETag");
    const state = await answer.json();
    if (state.stage !== root.dataset.stage) {
      location.reload();
      return;
    }
    tell(root, state);
    player?.arrived(state);
  };
  const safely = () => ask().catch(() => {
    root.querySelector("[data-status]").textContent = "The receiver does not answer. This page asks again by itself.";
  });
  const timer = setInterval(safely, ASK_EVERY_MS);
  document.addEventListener("visibilitychange", safely);
  safely();
}

function tell(root, state) {
  const status = root.querySelector("[data-status]");
  if (status.textContent !== state.says) status.textContent = state.says;
  for (const [name, words] of Object.entries(state.tells)) {
    const place = root.querySelector(`[data-tells="${name}"]`);
    if (place && place.textContent !== words) place.textContent = words;
  }
  showPictures(root, state);
}

function showPictures(root, state) {
  const list = root.querySelector("[data-pictures]");
  if (!list) return;
  for (const segment of state.previews) {
    if (list.querySelector(`[data-segment="${segment}"]`)) continue;
    const item = document.createElement("li");
    item.dataset.segment = String(segment);
    const picture = document.createElement("img");
    picture.src = `${root.dataset.segments}/${segment}/preview`;
    picture.alt = `Picture of segment ${segment}`;
    picture.width = 160;
    const words = document.createElement("span");
    words.textContent = `segment ${segment}`;
    item.append(picture, words);
    list.append(item);
  }
  root.querySelector("[data-pictures-section]").hidden = list.children.length === 0;
}

class LivePlayer {
  constructor(root, stage) {
    this.root = root;
    this.stage = stage;
    this.video = stage.querySelector("video");
    this.says = root.querySelector("[data-live-says]");
    this.segments = [];
    this.next = null;
    this.endS = 0;
    this.shiftS = 0;
    this.isBusy = false;
    // Whoever waits at the end of what is here waits there still when something comes after a hole.
    this.waits = false;
    this.video.addEventListener("waiting", () => {
      this.waits = true;
      this.#skipHole();
    });
    this.video.addEventListener("playing", () => { this.waits = false; });
    this.video.addEventListener("timeupdate", () => this.#feed());
    root.querySelector("[data-from-start]")?.addEventListener("click", () => this.#restart(0));
    root.querySelector("[data-from-now]")?.addEventListener("click", () => this.#restart(null));
  }

  /** Take note of what is here now, and go on. */
  arrived(state) {
    if (!state.may_play) return;
    this.segments = state.segments;
    this.stage.hidden = this.segments.length === 0;
    this.#feed();
  }

  #restart(from) {
    this.video.pause();
    this.source = null;
    this.next = from;
    this.endS = this.shiftS = 0;
    this.#feed();
    this.video.play().catch(() => {});
  }

  async #feed() {
    if (this.isBusy || this.isOver) return;
    this.isBusy = true;
    try {
      while (this.#wantsMore()) await this.#append(this.#nextSegment());
    } catch (error) {
      this.#stop(error.message);
    } finally {
      this.isBusy = false;
    }
  }

  #wantsMore() {
    if (this.isOver || this.#nextSegment() === undefined) return false;
    return this.#end() - this.video.currentTime < AHEAD_S;
  }

  #nextSegment() {
    if (this.next === null && this.segments.length) {
      this.next = this.segments[Math.max(0, this.segments.length - NEWEST)];
    }
    return this.segments.find((each) => each >= this.next);
  }

  async #append(segment) {
    const answer = await fetch(`${this.root.dataset.segments}/${segment}/video`);
    if (!answer.ok) throw new Error(`Segment ${segment} could not be fetched.`);
    const bytes = await answer.arrayBuffer();
    const found = described(bytes);
    if (!found || !MediaSource.isTypeSupported(found.mime)) {
      throw new Error("Browsers do not play these pictures before they are prepared.");
    }
    if (segment > this.next && this.#end() > 0) this.#say(`Segment ${this.next} has not come; it is left out.`);
    await this.#open(found);
    if (found.beginS + this.shiftS < this.endS - 0.5) {
      // A part's clock begins at zero: this one is a new part.
      this.shiftS = this.endS - found.beginS;
    }
    await this.#give(bytes, found);
    this.next = segment + 1;
    this.endS = this.#end();
    if (this.waits) this.#skipHole();
    this.root.dataset.appended = String(Number(this.root.dataset.appended || 0) + 1);
  }

  async #open(found) {
    if (this.source) {
      if (found.mime !== this.mime) this.buffer.changeType((this.mime = found.mime));
      return;
    }
    this.source = new MediaSource();
    const opened = new Promise((done) => this.source.addEventListener("sourceopen", done, { once: true }));
    this.video.src = URL.createObjectURL(this.source);
    await opened;
    this.mime = found.mime;
    this.buffer = this.source.addSourceBuffer(found.mime);
    this.isFirst = true;
  }

  async #give(bytes, found) {
    this.buffer.timestampOffset = this.shiftS;
    const behind = this.video.currentTime - BEHIND_S;
    if (behind > 0) {
      this.buffer.remove(0, behind);
      await settled(this.buffer);
    }
    this.buffer.appendBuffer(bytes);
    await settled(this.buffer);
    if (this.isFirst) {
      this.isFirst = false;
      this.video.currentTime = found.beginS + this.shiftS + 0.01;
    }
  }

  #end() {
    const ranges = this.buffer && this.source?.readyState === "open" ? this.buffer.buffered : null;
    return ranges && ranges.length ? ranges.end(ranges.length - 1) : 0;
  }

  #skipHole() {
    const ranges = this.video.buffered;
    for (let index = 0; index < ranges.length; index += 1) {
      if (ranges.start(index) > this.video.currentTime) {
        this.video.currentTime = ranges.start(index) + 0.01;
        return;
      }
    }
    this.#feed();
  }

  #say(words) {
    this.says.textContent = words;
  }

  #stop(words) {
    this.isOver = true;
    this.#say(words);
  }
}

function settled(buffer) {
  return new Promise((done, failed) => {
    buffer.addEventListener("updateend", done, { once: true });
    buffer.addEventListener("error", () => failed(new Error("The browser could not read a segment.")), { once: true });
  });
}

const root = document.querySelector("[data-arriving]");
if (root) start(root);
