// A bare theme: each page is its text. No templates in the pages, as nobody should run what notes say.
export default function (config) {
  config.setUseGitIgnore(false)
  config.addGlobalData("layout", "page.njk")
  config.addPassthroughCopy("content/assets")
  return {
    dir: { input: "content", output: "site", includes: "../layouts" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md"],
  }
}
