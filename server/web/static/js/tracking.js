// Reads a tracking payload (version "v1"): where the primary subject is at a time. Draws nothing.

// Neighbouring samples further apart than this many sample times are not joined by a line.
const JOINED_SAMPLES = 1.5;
// A sample stands for the time around it; half of its length, and a little for rounding.
const HALF_SAMPLE = 0.51;

export class Tracking {
  constructor(payload) {
    this.payload = payload;
    this.sampleS = 1 / payload.sampleFps;
    this.detections = payload.frameDetections.filter((each) => each.track === payload.primary);
    this.others = payload.frameDetections.filter((each) => each.track !== payload.primary);
    this.points = payload.trackPoints;
    this.gaps = payload.gaps;
  }

  /** What is known at `t` seconds: a box that was seen, a point that was only predicted, or null. */
  at(t) {
    const box = this.#box(t);
    if (box) return box;
    const point = nearest(this.points, t);
    if (point && point.predicted && Math.abs(point.t - t) <= this.sampleS * HALF_SAMPLE) {
      return { kind: "predicted", x: point.x, y: point.y };
    }
    return null;
  }

  /** Boxes of everybody else at `t` seconds. */
  othersAt(t) {
    const near = nearest(this.others, t);
    if (!near || Math.abs(near.t - t) > this.sampleS * HALF_SAMPLE) return [];
    const found = [];
    for (let index = firstFrom(this.others, near.t); this.others[index]?.t === near.t; index += 1) {
      found.push(this.others[index].box);
    }
    return found;
  }

  /** Points of the way from `from` to `to` seconds, in runs that no gap interrupts. */
  way(from, to) {
    const runs = [];
    let last = null;
    for (let index = firstFrom(this.points, from); index < this.points.length; index += 1) {
      const point = this.points[index];
      if (point.t > to) break;
      if (!last || point.t - last.t > JOINED_SAMPLES * this.sampleS || point.predicted !== last.predicted) {
        runs.push({ predicted: point.predicted, points: last && joins(last, point, this.sampleS) ? [last] : [] });
      }
      runs[runs.length - 1].points.push(point);
      last = point;
    }
    return runs;
  }

  #box(t) {
    const after = firstFrom(this.detections, t);
    const right = this.detections[after];
    const left = this.detections[after - 1];
    if (left && right && right.t - left.t <= JOINED_SAMPLES * this.sampleS) {
      return between(left, right, (t - left.t) / (right.t - left.t));
    }
    const closest = nearest(this.detections, t);
    if (closest && Math.abs(closest.t - t) <= this.sampleS * HALF_SAMPLE) return between(closest, closest, 0);
    return null;
  }
}

function joins(last, point, sampleS) {
  return point.t - last.t <= JOINED_SAMPLES * sampleS;
}

function between(left, right, share) {
  const box = left.box.map((value, index) => value + (right.box[index] - value) * share);
  const confidence = left.confidence + (right.confidence - left.confidence) * share;
  return { kind: "detected", box, confidence };
}

/** The index of the first entry at or after `t`; entries are in the order of time. */
export function firstFrom(entries, t) {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].t < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearest(entries, t) {
  const after = firstFrom(entries, t);
  const left = entries[after - 1];
  const right = entries[after];
  if (!left || !right) return left || right || null;
  return t - left.t <= right.t - t ? left : right;
}
