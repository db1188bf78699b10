// Which key does what. Keys count only while something inside the player has the focus, so that no
// letter typed elsewhere, and no screen reader's command, moves the film (WCAG 2.1.4).

const KEYS = {
  " ": "playOrPause",
  k: "playOrPause",
  j: "back",
  l: "on",
  ArrowLeft: "back",
  ArrowRight: "on",
  ",": "frameBack",
  ".": "frameOn",
  Home: "begin",
  End: "end",
  "[": "markerBack",
  "]": "markerOn",
  t: "tracking",
  m: "mute",
  f: "full",
};
const PRESSES = new Set(["BUTTON", "A", "SUMMARY"]);

/** A listener for `keydown` that calls the action of a key. */
export function keysOf(actions) {
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || isForThe(event.target, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    actions[action]();
  };
}

/** Whether what has the focus wants this key for itself. */
function isForThe(target, key) {
  if (target.tagName === "SELECT") return true;
  if (target.tagName === "INPUT" && target.type === "checkbox") return key === " ";
  return PRESSES.has(target.tagName) && key === " ";
}
