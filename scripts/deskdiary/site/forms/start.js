/* Starts the form program with what the desk says of itself, and with our way of reading and writing notes. */
(function () {
  "use strict";
  const { config, shapes } = window.deskdiaryForms;
  const { fromFile, toFile } = window.deskdiaryNotes;
  for (const [kind, shape] of Object.entries(shapes)) {
    window.CMS.registerCustomFormat(kind, "md", {
      fromFile: (text) => fromFile(shape, text),
      toFile: (content) => toFile(shape, content),
    });
  }
  window.CMS.init({ config });
})();
