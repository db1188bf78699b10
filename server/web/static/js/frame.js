// What every page has: times in the reader's own zone, polling that rests while nobody looks, and
// questions that close again. Everything works without it, only plainer.

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** Show each time in the reader's zone; the title keeps UTC. */
export function localTimes(within) {
  for (const time of within.querySelectorAll("time[datetime]:not([data-local])")) {
    const at = new Date(time.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    time.textContent = DAY.format(at);
    time.dataset.local = "";
  }
}

/** Write each column's name at its cells, for screens that have no room for columns. */
export function labelCells(within) {
  for (const table of within.querySelectorAll(".scroll table")) {
    const names = [...table.querySelectorAll("thead th")].map((head) =>
      head.querySelector(".unseen") ? "" : head.textContent.trim(),
    );
    for (const row of table.querySelectorAll("tbody tr")) wrapCells(row, names);
    table.dataset.labelled = "";
  }
}

function wrapCells(row, names) {
  [...row.children].forEach((cell, index) => {
    if (cell.tagName !== "TD" || !names[index] || "label" in cell.dataset) return;
    if (!cell.textContent.trim() && !cell.children.length) return;
    cell.dataset.label = names[index];
    const inside = document.createElement("div");
    inside.append(...cell.childNodes);
    cell.append(inside);
  });
}

function dressed(within) {
  localTimes(within);
  labelCells(within);
}

/** The headers with which a script may change something here. */
export function ownHeaders() {
  return { "X-CSRF-Token": document.querySelector("meta[name=csrf-token]")?.content ?? "" };
}

/** Tell people who hear a page; only what is new is said. */
export function say(sentence) {
  const news = document.getElementById("news");
  if (news && sentence && news.textContent !== sentence) news.textContent = sentence;
}

const POLLED = "[data-polled]";
const said = new Map();

function isPolling(event) {
  return event.target instanceof Element && event.target.matches(POLLED);
}

// Hidden tabs ask for nothing; a tab that is shown again asks at once.
document.addEventListener("htmx:before:request", (event) => {
  if (isPolling(event) && document.hidden) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  for (const each of document.querySelectorAll(POLLED)) each.dispatchEvent(new Event("wake"));
});

// What comes is plain with every answer, and is dressed before it is put into the page, so that what
// did not change is not touched.
document.addEventListener("htmx:before:swap", (event) => {
  if (event.detail.ctx?.response?.status >= 400) {
    // An error is a page of its own and no piece of this one.
    event.preventDefault();
    return;
  }
  for (const task of event.detail.tasks ?? []) {
    if (task.fragment instanceof DocumentFragment) dressed(task.fragment);
  }
});
document.addEventListener("htmx:after:swap", () => {
  dressed(document);
  for (const each of document.querySelectorAll("[data-says]")) {
    if (said.has(each.id) && said.get(each.id) !== each.dataset.says) say(each.dataset.says);
    said.set(each.id, each.dataset.says);
  }
});

// What is shown gets old while the receiver does not answer, and then the page says so.
let heardAt = new Date();

function heard(event) {
  if (!isPolling(event)) return;
  const stale = document.getElementById("stale");
  if ((event.detail.ctx?.response?.status ?? 0) < 400) {
    heardAt = new Date();
    stale.hidden = true;
  } else {
    isStale(event);
  }
}

function isStale(event) {
  if (!isPolling(event)) return;
  const stale = document.getElementById("stale");
  const since = TIME.format(heardAt);
  stale.textContent = `The receiver has not answered since ${since}. What is shown is from then; it is asked again.`;
  stale.hidden = false;
}

document.addEventListener("htmx:after:request", heard);
document.addEventListener("htmx:error", isStale);

// A question that was opened closes with Escape, and gives the focus back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target instanceof Element && event.target.closest("details.ask[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

dressed(document);
document.querySelector(".places [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
for (const each of document.querySelectorAll("[data-says]")) said.set(each.id, each.dataset.says);
