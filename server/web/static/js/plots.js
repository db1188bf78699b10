// Plots of the tracking over time with uPlot, which is loaded before this. The same numbers stand in
// a table under each plot; here they are only drawn. A click goes to that place of the film.

const HEIGHT = 180;

export class Plots {
  constructor(video, durationS) {
    this.video = video;
    this.durationS = durationS;
    this.plots = [];
    for (const name of ["timeupdate", "seeked"]) {
      video.addEventListener(name, () => this.plots.forEach((plot) => plot.redraw(false)));
    }
  }

  /** Draw lines [{label, colour}] with values by time, null where there is nothing. */
  add(place, times, lines, options = {}) {
    const style = getComputedStyle(place);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = () => ({ stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 } });
    const plot = new uPlot(
      {
        width: place.clientWidth,
        height: HEIGHT,
        scales: { x: { time: false, range: [0, this.durationS] }, y: { range: options.range } },
        cursor: { sync: { key: "film" }, drag: { x: false, y: false }, points: { size: 7 } },
        series: [
          { label: "Time", value: (_plot, value) => (value === null ? "–" : `${value.toFixed(1)} s`) },
          ...lines.map((line) => ({
            label: line.label,
            stroke: colour(line.colour),
            width: 2,
            dash: line.dash,
            points: { show: false },
            value: (_plot, value) => (value === null ? "–" : value.toFixed(3)),
          })),
        ],
        axes: [{ ...axis(), values: (_plot, ticks) => ticks.map((tick) => `${tick} s`) }, { ...axis(), size: 56 }],
        hooks: { draw: [(each) => drawPlayhead(each, this.video.currentTime, colour("--text"))] },
      },
      [times, ...lines.map((line) => line.values)],
      place,
    );
    plot.over.addEventListener("click", () => {
      const t = plot.posToVal(plot.cursor.left, "x");
      this.video.currentTime = Math.min(this.durationS, Math.max(0, t));
    });
    new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT })).observe(place);
    place.querySelector(".uplot").setAttribute("aria-hidden", "true");
    this.plots.push(plot);
    return plot;
  }

  clear() {
    this.plots.forEach((plot) => plot.destroy());
    this.plots = [];
  }
}

function drawPlayhead(plot, t, colour) {
  const x = plot.valToPos(t, "x", true);
  const pen = plot.ctx;
  pen.save();
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(x, plot.bbox.top);
  pen.lineTo(x, plot.bbox.top + plot.bbox.height);
  pen.stroke();
  pen.restore();
}

/** Where the primary subject was: horizontally and vertically, shares of the picture. */
export function positionLines(tracking) {
  const { times, xs, ys } = withHoles(tracking);
  return {
    times,
    lines: [
      { label: "From the left", colour: "--plot-1", values: xs },
      { label: "From the top", colour: "--plot-2", values: ys, dash: [6, 3] },
    ],
  };
}

/** For how long nobody had been found: each gap rises to its length. */
export function gapLines(tracking) {
  const [times, values] = [[], []];
  for (const [from, to] of tracking.gaps) {
    times.push(from, to, to);
    values.push(0, to - from, null);
  }
  return { times, lines: [{ label: "Not found, s", colour: "--plot-2", values }] };
}

function withHoles(tracking) {
  const [times, xs, ys] = [[], [], []];
  let last = null;
  for (const point of tracking.points.filter((each) => !each.predicted)) {
    if (last !== null && point.t - last > 1.5 * tracking.sampleS) {
      times.push((last + point.t) / 2);
      xs.push(null);
      ys.push(null);
    }
    times.push(point.t);
    xs.push(point.x);
    ys.push(point.y);
    last = point.t;
  }
  return { times, xs, ys };
}
