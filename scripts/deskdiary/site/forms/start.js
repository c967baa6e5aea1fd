/* Starts the form program with what the desk says of itself, and with our way of reading and writing notes. */
(function () {
  "use strict";
  const { config, shapes } = window.deskdiaryForms;
  const { fromFile, toFile } = window.deskdiaryNotes;
  for (const [kind, shape] of Object.entries(shapes)) {
    window.CMS.registerCustomFormat(kind, "md", {
      fromFile: (text) => fromFile(shape, text),
      toFile: (content) => told(() => toFile(shape, content)),
    });
  }

  /** By this word the form program knows that the reason is for whoever saves; else it would keep it to itself. */
  function told(write) {
    try {
      return write();
    } catch (fault) {
      throw new Error("saving_failed", { cause: fault });
    }
  }

  const at = (path) => new URL(path, window.location.href).href;
  const ours = { logo: { src: at("../assets/logo.svg") }, display_url: at("../index.html") };
  window.CMS.init({ config: { ...config, ...ours } });
})();
