/* Before the form program is there: it waits for its setting up, speaks British English, and a window's title,
   which others see over one's shoulder, names nobody. */
(function () {
  "use strict";
  window.CMS_MANUAL_INIT = true;
  const title = document.title;
  Object.defineProperty(document, "title", { get: () => title, set: () => {} });
  Object.defineProperty(navigator, "language", { get: () => "en-GB" });
  Object.defineProperty(navigator, "languages", { get: () => ["en-GB", "en"] });
})();
