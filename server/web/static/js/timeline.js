// The time line under the film: where it is, going elsewhere by pointer or keys, pictures on hover,
// the sound's shape. What happened when (gaps, markers) is drawn by the server and is there already.

export class Timeline {
  constructor(root, video, durationS) {
    this.root = root;
    this.video = video;
    this.durationS = durationS;
    this.slider = root.querySelector("[data-slider]");
    this.playhead = root.querySelector("[data-playhead]");
    this.peek = root.querySelector("[data-peek]");
    this.peekTime = root.querySelector("[data-peek-time]");
    this.peekPicture = root.querySelector("[data-peek-picture]");
    this.slider.max = String(durationS);
    this.slider.hidden = false;
    this.playhead.hidden = false;
    this.slider.addEventListener("input", () => {
      video.currentTime = Number(this.slider.value);
    });
    this.slider.addEventListener("pointermove", (event) => this.#showPeek(event));
    this.slider.addEventListener("pointerleave", () => { this.peek.hidden = true; });
    for (const name of ["timeupdate", "seeking", "seeked", "loadedmetadata"]) {
      video.addEventListener(name, () => this.follow());
    }
    this.follow();
  }

  /** Put everything where the film is. */
  follow() {
    const t = this.video.currentTime;
    this.playhead.style.left = `${(100 * t) / this.durationS}%`;
    this.slider.value = String(t);
    this.slider.setAttribute("aria-valuetext", `${spoken(t)} of ${spoken(this.durationS)}`);
  }

  /** Show pictures of this strip on hover: tiles in rows, one every so many seconds. */
  useSprite(sprite) {
    this.sprite = sprite;
    this.peekPicture.style.width = `${sprite.tile_width}px`;
    this.peekPicture.style.height = `${sprite.tile_height}px`;
    this.peekPicture.style.backgroundImage = `url("${sprite.url}")`;
    this.peekPicture.hidden = false;
  }

  /** Draw the sound's shape: pairs of the least and the greatest of each stretch, -128 to 127. */
  useWaveform(waveform) {
    this.waveform = waveform;
    const canvas = this.root.querySelector("[data-waveform]");
    canvas.hidden = false;
    const draw = () => drawWaveform(canvas, waveform, this.durationS);
    new ResizeObserver(draw).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  }

  #showPeek(event) {
    const box = this.slider.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const t = share * this.durationS;
    this.peekTime.textContent = clock(t);
    if (this.sprite) this.#choosePicture(t);
    this.peek.hidden = false;
    const half = this.peek.offsetWidth / 2;
    const left = Math.min(box.width - half, Math.max(half, share * box.width));
    this.peek.style.left = `${left}px`;
  }

  #choosePicture(t) {
    const { columns, rows, tile_width: width, tile_height: height, every_s: everyS, tiles } = this.sprite;
    const last = (tiles ?? columns * rows) - 1;
    const number = Math.min(last, Math.max(0, Math.floor(t / everyS)));
    const left = (number % columns) * width;
    const top = Math.floor(number / columns) * height;
    this.peekPicture.style.backgroundPosition = `-${left}px -${top}px`;
  }
}

function drawWaveform(canvas, waveform, durationS) {
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * scale);
  canvas.height = Math.round(canvas.clientHeight * scale);
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = getComputedStyle(canvas).color;
  const { peaks, rate_hz: rateHz } = waveform;
  const middle = canvas.height / 2;
  for (let x = 0; x < canvas.width; x += 1) {
    const from = Math.floor((x / canvas.width) * durationS * rateHz);
    const to = Math.max(from + 1, Math.floor(((x + 1) / canvas.width) * durationS * rateHz));
    let [least, most] = [0, 0];
    for (let index = from; index < to && index < peaks.length; index += 1) {
      least = Math.min(least, peaks[index][0]);
      most = Math.max(most, peaks[index][1]);
    }
    const top = middle - (most / 128) * middle;
    pen.fillRect(x, top, 1, Math.max(1, ((most - least) / 128) * middle));
  }
}

/** `1:02:03.4`, `12:41.0`. */
export function clock(seconds) {
  const tenths = Math.round(seconds * 10);
  const s = (tenths % 600) / 10;
  const minutes = Math.floor(tenths / 600);
  const rest = `${s < 10 ? "0" : ""}${s.toFixed(1)}`;
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

function spoken(seconds) {
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), "hours"],
    [Math.floor((whole % 3600) / 60), "minutes"],
    [whole % 60, "seconds"],
  ];
  return parts.filter(([number, unit]) => number || unit === "seconds").map((each) => each.join(" ")).join(" ");
}
