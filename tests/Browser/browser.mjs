// A browser with one page, and everything that it complained about.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

/** Pages of a folder, once as files and once from a server that adds nothing of its own. */
export async function addresses(folder) {
  const server = createServer(async (request, response) => {
    try {
      const path = normalize(new URL(request.url, "http://localhost").pathname);
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(await readFile(join(folder, path)));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    file: (page) => pathToFileURL(join(folder, page, "index.html")).href,
    server: (page) => `http://127.0.0.1:${server.address().port}/${page}/index.html`,
    close: () => server.close(),
  };
}

/** Starts the browser; `complaints` grows with every error, dialog and request that a page should not make. */
export async function start() {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (said) => complaints.push(`console ${said.type()}: ${said.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) complaints.push(`request: ${request.url()}`);
  });
  await page.exposeFunction("violated", (directive) => complaints.push(`security policy: ${directive}`));
  await page.evaluateOnNewDocument(() => document.addEventListener(
    "securitypolicyviolation", (event) => window.violated(`${event.violatedDirective} ${event.blockedURI}`)));
  return { browser, page, complaints };
}
