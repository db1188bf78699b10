// Reads what Media Source needs to know of a segment: codecs, and when it begins. A segment is a
// fragmented MP4 (ISO/IEC 14496-12) that stands alone: its own `moov`, then `moof` and `mdat`.

/** `{mime, beginS}`; null where a browser cannot play what is in it. */
export function described(buffer) {
  const view = new DataView(buffer);
  const tracks = tracksOf(view);
  const codecs = tracks.map((each) => each.codec);
  const moof = first(view, 0, view.byteLength, "moof");
  if (!tracks.length || !moof || codecs.includes(null)) return null;
  const mime = `video/mp4; codecs="${codecs.join(", ")}"`;
  return { mime, beginS: beginOf(view, moof, tracks) };
}

function tracksOf(view) {
  const moov = first(view, 0, view.byteLength, "moov");
  if (!moov) return [];
  return [...boxes(view, moov.from, moov.to)].filter((box) => box.type === "trak").map((trak) => track(view, trak));
}

function track(view, trak) {
  const mdia = first(view, trak.from, trak.to, "mdia");
  const mdhd = first(view, mdia.from, mdia.to, "mdhd");
  const tkhd = first(view, trak.from, trak.to, "tkhd");
  const stsd = descend(view, mdia, ["minf", "stbl", "stsd"]);
  return {
    id: view.getUint32(tkhd.from + (view.getUint8(tkhd.from) ? 20 : 12)),
    timescale: view.getUint32(mdhd.from + (view.getUint8(mdhd.from) ? 20 : 12)),
    codec: codecOf(view, stsd),
  };
}

function codecOf(view, stsd) {
  const entry = boxes(view, stsd.from + 8, stsd.to).next().value;
  if (entry.type === "mp4a") return "mp4a.40.2";
  if (entry.type === "Opus") return "opus";
  if (entry.type !== "avc1" && entry.type !== "avc3") return null;
  // A video entry has 78 bytes before its own boxes.
  const avcc = first(view, entry.from + 78, entry.to, "avcC");
  const bytes = [1, 2, 3].map((at) => view.getUint8(avcc.from + at).toString(16).padStart(2, "0"));
  return `${entry.type}.${bytes.join("")}`;
}

function beginOf(view, moof, tracks) {
  const begins = [];
  for (const traf of boxes(view, moof.from, moof.to)) {
    if (traf.type !== "traf") continue;
    const tfhd = first(view, traf.from, traf.to, "tfhd");
    const tfdt = first(view, traf.from, traf.to, "tfdt");
    const id = view.getUint32(tfhd.from + 4);
    const ticks = view.getUint8(tfdt.from) ? Number(view.getBigUint64(tfdt.from + 4)) : view.getUint32(tfdt.from + 4);
    const known = tracks.find((each) => each.id === id);
    if (known) begins.push(ticks / known.timescale);
  }
  return Math.min(...begins);
}

function* boxes(view, from, to) {
  let at = from;
  while (at + 8 <= to) {
    let size = view.getUint32(at);
    let header = 8;
    if (size === 1) {
      size = Number(view.getBigUint64(at + 8));
      header = 16;
    } else if (size === 0) {
      size = to - at;
    }
    if (size < header || at + size > to) return;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((each) => view.getUint8(at + each)));
    yield { type, from: at + header, to: at + size };
    at += size;
  }
}

function first(view, from, to, type) {
  for (const box of boxes(view, from, to)) if (box.type === type) return box;
  return null;
}

function descend(view, box, types) {
  return types.reduce((within, type) => first(view, within.from, within.to, type), box);
}
