// The film on a recording's page: its keys, its time line, the tracking over it, the plots under it.
// Without this file the page still plays the film and tells everything in words.

import { keysOf } from "./keys.js";
import { Overlay } from "./overlay.js";
import { gapLines, Plots, positionLines } from "./plots.js";
import { Timeline } from "./timeline.js";
import { Tracking } from "./tracking.js";

const root = document.querySelector("[data-player]");
if (root) start(root);

async function start(root) {
  const facts = JSON.parse(document.getElementById("player-facts").textContent);
  const video = root.querySelector("video");
  const durationS = facts.duration_s;
  root.querySelectorAll("[data-with-script]").forEach((each) => { each.hidden = false; });
  const timeline = new Timeline(root.querySelector("[data-timeline]"), video, durationS);
  const goTo = (t) => { video.currentTime = Math.min(durationS, Math.max(0, t)); };
  const actions = actionsOf(root, video, facts, goTo);
  root.addEventListener("keydown", keysOf(actions), { capture: true });
  root.querySelectorAll("[data-action]").forEach((button) => {
    button.addEventListener("click", () => actions[button.dataset.action]());
  });
  root.querySelector("[data-speed]").addEventListener("change", (event) => {
    video.playbackRate = Number(event.target.value);
  });
  linkTimes(goTo);
  await Promise.all([
    addWaveform(timeline, facts),
    addTracking(root, video, facts, durationS),
  ]);
  if (facts.sprite) timeline.useSprite(facts.sprite);
  root.dataset.ready = "yes";
}

function actionsOf(root, video, facts, goTo) {
  const frame = 1 / (facts.fps || 30);
  const moments = [0, ...facts.markers.map((each) => each.t_s)].sort((a, b) => a - b);
  const step = (frames) => {
    video.pause();
    goTo(video.currentTime + frames * frame);
  };
  return {
    playOrPause: () => (video.paused ? video.play() : video.pause()),
    back: () => goTo(video.currentTime - 5),
    on: () => goTo(video.currentTime + 5),
    frameBack: () => step(-1),
    frameOn: () => step(1),
    begin: () => goTo(0),
    end: () => goTo(facts.duration_s),
    markerBack: () => goTo(moments.filter((t) => t < video.currentTime - 0.5).pop() ?? 0),
    markerOn: () => {
      const next = moments.find((t) => t > video.currentTime + 0.05);
      if (next !== undefined) goTo(next);
    },
    tracking: () => root.querySelector("[data-overlay-switch]")?.click(),
    mute: () => { video.muted = !video.muted; },
    full: () => fullScreen(root.querySelector("[data-stage]")),
  };
}

function fullScreen(stage) {
  if (document.fullscreenElement) document.exitFullscreen();
  else stage.requestFullscreen();
}

/** Links to a time, `#t=12.5`, anywhere on the page. */
function linkTimes(goTo) {
  document.querySelectorAll("a[href^='#t=']").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(Number(link.hash.slice(3)));
      history.replaceState(null, "", link.hash);
    });
  });
  if (location.hash.startsWith("#t=")) goTo(Number(location.hash.slice(3)) || 0);
}

async function addWaveform(timeline, facts) {
  const waveform = await fetched(facts.waveform);
  if (waveform && waveform.peaks.length) timeline.useWaveform(waveform);
}

async function addTracking(root, video, facts, durationS) {
  const payload = await fetched(facts.tracking);
  if (!payload) return;
  const tracking = new Tracking(payload);
  // A poster is a picture of another time than the box that is drawn over it.
  video.removeAttribute("poster");
  const overlay = new Overlay(video, root.querySelector("[data-overlay]"), tracking);
  const toggle = root.querySelector("[data-overlay-switch]");
  toggle.addEventListener("change", () => { overlay.shown = toggle.checked; });
  overlay.shown = toggle.checked;
  addPlots(video, tracking, durationS);
}

function addPlots(video, tracking, durationS) {
  if (!tracking.detections.length) return;
  let plots = null;
  const draw = () => {
    plots?.clear();
    plots = new Plots(video, durationS);
    drawPlots(plots, tracking);
  };
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

function drawPlots(plots, tracking) {
  const position = positionLines(tracking);
  plots.add(plotPlace("position"), position.times, position.lines, { range: [0, 1] });
  const rows = JSON.parse(document.getElementById("tracking-rows").textContent);
  const middles = rows.map((row) => row.from_s + row.length_s / 2);
  const fromZero = { range: (_plot, _least, most) => [0, most > 0 ? most * 1.1 : 1] };
  const overTime = (name, label, value, options = fromZero) => {
    const line = { label, colour: "--plot-3", values: rows.map(value) };
    plots.add(plotPlace(name), middles, [line], options);
  };
  overTime("coverage", "Found, %", (row) => row.found * 100, { range: [0, 105] });
  if (tracking.gaps.length) {
    const gaps = gapLines(tracking);
    plots.add(plotPlace("gaps"), gaps.times, gaps.lines, fromZero);
  }
  overTime("distance", "Distance", (row) => row.way);
  overTime("movement", "Moved", (row) => row.moved);
  overTime("jitter", "Jitter", (row) => row.jitter);
}

function plotPlace(name) {
  const place = document.querySelector(`[data-plot="${name}"]`);
  place.hidden = false;
  return place;
}

async function fetched(url) {
  if (!url) return null;
  const answer = await fetch(url, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}
