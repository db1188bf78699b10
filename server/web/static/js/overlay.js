// Draws the tracking over the film, on the frame that is shown: requestVideoFrameCallback tells its
// time, `seeked` covers what is paused. Colours come from the style sheet.

const WAY_S = 2;

export class Overlay {
  constructor(video, canvas, tracking) {
    this.video = video;
    this.canvas = canvas;
    this.tracking = tracking;
    this.isOn = true;
    this.mediaTime = video.currentTime;
    const redraw = () => this.draw(video.currentTime);
    video.addEventListener("seeked", redraw);
    video.addEventListener("loadeddata", redraw);
    new ResizeObserver(() => this.draw(this.mediaTime)).observe(video);
    this.#follow();
    redraw();
  }

  set shown(isOn) {
    this.isOn = isOn;
    this.draw(this.mediaTime);
  }

  /** Show another track from now on. */
  use(tracking) {
    this.tracking = tracking;
    this.draw(this.mediaTime);
  }

  draw(mediaTime) {
    this.mediaTime = mediaTime;
    const pen = this.#cleared();
    const found = this.isOn ? this.tracking.at(mediaTime) : null;
    this.canvas.dataset.state = this.isOn ? (found ? found.kind : "none") : "off";
    this.canvas.dataset.box = found && found.box ? found.box.join(" ") : "";
    if (!this.isOn) return;
    const picture = this.#picture();
    if (picture.width === 0) return;
    this.#drawOthers(pen, picture, mediaTime);
    this.#drawWay(pen, picture, mediaTime);
    if (!found) this.#drawNobody(pen, picture);
    else if (found.kind === "detected") this.#drawBox(pen, picture, found);
    else this.#drawPredicted(pen, picture, found);
  }

  #follow() {
    if (!("requestVideoFrameCallback" in this.video)) {
      this.video.addEventListener("timeupdate", () => this.draw(this.video.currentTime));
      return;
    }
    const each = (_now, frame) => {
      this.draw(frame.mediaTime);
      this.video.requestVideoFrameCallback(each);
    };
    this.video.requestVideoFrameCallback(each);
  }

  #cleared() {
    const scale = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.video;
    const wide = Math.round(width * scale);
    const high = Math.round(height * scale);
    if (this.canvas.width !== wide) this.canvas.width = wide;
    if (this.canvas.height !== high) this.canvas.height = high;
    const pen = this.canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    return pen;
  }

  /** Where the picture lies inside the element, which may be wider or higher than it. */
  #picture() {
    const { clientWidth, clientHeight, videoWidth, videoHeight } = this.video;
    if (!videoWidth || !videoHeight) return { left: 0, top: 0, width: 0, height: 0 };
    const scale = Math.min(clientWidth / videoWidth, clientHeight / videoHeight);
    const width = videoWidth * scale;
    const height = videoHeight * scale;
    return { left: (clientWidth - width) / 2, top: (clientHeight - height) / 2, width, height };
  }

  #colour(name) {
    return getComputedStyle(this.canvas).getPropertyValue(name).trim();
  }

  #drawOthers(pen, picture, mediaTime) {
    pen.setLineDash([]);
    pen.lineWidth = 1.5;
    pen.strokeStyle = this.#colour("--overlay-words");
    for (const box of this.tracking.othersAt(mediaTime)) pen.strokeRect(...onPicture(picture, box));
  }

  #drawBox(pen, picture, found) {
    const place = onPicture(picture, found.box);
    pen.setLineDash([]);
    pen.lineWidth = 5;
    pen.strokeStyle = this.#colour("--overlay-edge");
    pen.strokeRect(...place);
    pen.lineWidth = 3;
    pen.strokeStyle = this.#colour("--overlay-box");
    pen.strokeRect(...place);
  }

  #drawPredicted(pen, picture, found) {
    const x = picture.left + found.x * picture.width;
    const y = picture.top + found.y * picture.height;
    const radius = Math.max(10, picture.width * 0.02);
    for (const [width, name] of [[5, "--overlay-edge"], [3, "--overlay-guess"]]) {
      pen.lineWidth = width;
      pen.strokeStyle = this.#colour(name);
      pen.setLineDash([6, 5]);
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.stroke();
    }
    this.#write(pen, picture, "predicted, not seen");
  }

  #drawNobody(pen, picture) {
    this.#write(pen, picture, "nobody found here");
  }

  #write(pen, picture, words) {
    pen.font = "600 14px system-ui, sans-serif";
    const width = pen.measureText(words).width + 16;
    pen.fillStyle = this.#colour("--overlay-edge");
    pen.fillRect(picture.left + 8, picture.top + 8, width, 26);
    pen.fillStyle = this.#colour("--overlay-words");
    pen.textBaseline = "middle";
    pen.fillText(words, picture.left + 16, picture.top + 21);
  }

  #drawWay(pen, picture, mediaTime) {
    for (const run of this.tracking.way(mediaTime - WAY_S, mediaTime)) {
      pen.lineWidth = 2;
      pen.strokeStyle = this.#colour(run.predicted ? "--overlay-guess" : "--overlay-box");
      pen.setLineDash(run.predicted ? [3, 4] : []);
      pen.beginPath();
      for (const point of run.points) {
        pen.lineTo(picture.left + point.x * picture.width, picture.top + point.y * picture.height);
      }
      pen.stroke();
    }
  }
}

/** A box in shares of the picture as left, top, width, height on the canvas. */
function onPicture(picture, [x, y, w, h]) {
  return [
    picture.left + x * picture.width,
    picture.top + y * picture.height,
    w * picture.width,
    h * picture.height,
  ];
}
