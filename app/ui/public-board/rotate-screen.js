// Turns the pictures of a screen in a hall, by a plain cut. It asks nothing of anybody: through a night without a
// network it goes on with the last pictures. Sent to browsers as it stands.

const DRIFT_EVERY_MS = 60_000;

function turnPictures() {
  let current = document.querySelector("[data-slide]:not([hidden])")?.dataset.slide;

  function show() {
    const slides = [...document.querySelectorAll("[data-slide]")];
    if (!slides.some((slide) => slide.dataset.slide === current)) current = slides[0]?.dataset.slide;
    for (const slide of slides) slide.hidden = slide.dataset.slide !== current;
  }

  function turn() {
    const slides = [...document.querySelectorAll("[data-slide]")];
    const at = slides.findIndex((slide) => slide.dataset.slide === current);
    current = slides[(at + 1) % slides.length]?.dataset.slide;
    show();
  }

  // Two pixels aside now and then, so that a picture of years does not burn in.
  let step = 0;
  function drift() {
    step = (step + 1) % 4;
    document.documentElement.dataset.drift = String(step);
  }

  async function stayAwake() {
    try {
      if (!document.hidden) await navigator.wakeLock?.request("screen");
    } catch {
      // Not allowed here: the screen's own settings decide.
    }
  }

  document.addEventListener("page-changed", show);
  document.addEventListener("visibilitychange", stayAwake);
  setInterval(turn, Number(document.querySelector("main").dataset.seconds) * 1000);
  setInterval(drift, DRIFT_EVERY_MS);
  void stayAwake();
}

turnPictures();
