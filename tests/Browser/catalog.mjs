// What people do with the catalog's page, and what must never happen on it.
import assert from "node:assert/strict";
import axe from "axe-core";
import { addresses, start } from "./browser.mjs";
import { faultsOfPictures, faultsOfWidth } from "./pictures.mjs";

const at = await addresses(process.argv[2]);
const { browser, page, complaints } = await start();
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844, isMobile: true, hasTouch: true };
const color = (value) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
const shown = (selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).map((one) =>
  one.id || one.querySelector("a")?.textContent));
const type = async (text) => {
  await page.focus("#page\\.search");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
};

async function check(what, body) {
  try {
    await body();
    assert.deepEqual(complaints.splice(0), []);
    console.log(`passed: ${what}`);
  } catch (error) {
    console.log(`failed: ${what}\n${error.stack}`);
    process.exitCode = 1;
  }
}

for (const [where, url] of [["a file", at.file], ["a server", at.server]]) {
  await page.setViewport(desk);
  await check(`the page opens from ${where}`, async () => {
    await page.goto(url("ours"));
    assert.equal(await page.$eval("h1", (title) => title.checkVisibility()), true);
    assert.ok((await shown("[data-row]")).length > 10);
  });

  await check(`search finds and hides, from ${where}`, async () => {
    const all = await shown("article");
    await type("BILL  customer");
    const fits = await page.$$eval("article", (articles) => articles.filter((article) =>
      ["bill", "customer"].every((word) => article.textContent.toLowerCase().includes(word))).map((one) => one.id));
    assert.ok(fits.includes("billing-answer") && fits.length < all.length);
    assert.deepEqual(await shown("article"), fits);
    assert.deepEqual(await shown("[data-row]"), fits);
    assert.equal(await page.$eval("[role=status]", (status) => status.textContent), `${fits.length} of ${all.length} found`);
    await type("no such word anywhere");
    assert.deepEqual(await shown("article"), []);
    assert.equal(await page.$eval("[role=status]", (status) => status.textContent), "Nothing found");
    await type("review-digest");
    await page.evaluate(() => { location.hash = "billing-answer"; });
    await page.waitForFunction(() => document.getElementById("billing-answer").checkVisibility());
    assert.deepEqual(await shown("article"), all);
  });
}

await check("a flow is drawn, light and dark, on a desk and on a phone", async () => {
  for (const [viewport, scheme] of [[desk, "light"], [desk, "dark"], [phone, "light"]]) {
    await page.setViewport(viewport);
    await color(scheme);
    await page.goto(at.file("ours"));
    assert.deepEqual(await page.evaluate(faultsOfPictures), []);
    assert.equal(await page.$$eval("#support-triage svg g", (nodes) => nodes.length), 8);
  }
});

await check("a release shows what it changed", async () => {
  await page.setViewport(desk);
  const [removed, added] = await Promise.all(["del", "ins"].map((tag) =>
    page.$$eval(`#support-auto-response .releases ${tag}`, (all) => all.map((one) => ({
      text: one.textContent, width: one.getBoundingClientRect().width,
      back: getComputedStyle(one).backgroundColor, line: getComputedStyle(one).textDecorationLine,
    })))));
  assert.ok(added.some((one) => one.text.includes("ask for at most one thing") && one.width > 0));
  assert.ok(removed.length > 0);
  assert.notEqual(added[0].back, removed[0].back);
  assert.deepEqual([added[0].line, removed[0].line], ["underline", "line-through"]);
});

await check("the keyboard is enough", async () => {
  await color("light");
  await page.goto(at.file("ours"));
  const focused = () => page.evaluate(() => ({
    text: document.activeElement.textContent.trim(), id: document.activeElement.id,
    outline: getComputedStyle(document.activeElement).outlineStyle,
    left: document.activeElement.getBoundingClientRect().left,
  }));
  await page.keyboard.press("Tab");
  const skip = await focused();
  assert.equal(skip.text, "Skip to the names");
  assert.ok(skip.left >= 0 && skip.outline !== "none");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const name = await focused();
  assert.equal(name.text, (await shown("[data-row]"))[0]);
  assert.notEqual(name.outline, "none");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), `#${name.text}`);
  const top = await page.$eval(`[id="${name.text}"]`, (article) => article.getBoundingClientRect().top);
  assert.ok(Math.abs(top) < 200, `${top}`);
});

await check("print shows everything and nothing to click", async () => {
  const devices = await page.createCDPSession();
  await devices.send("Emulation.setEmulatedMedia", { media: "print", features: [{ name: "prefers-color-scheme", value: "dark" }] });
  assert.equal(await page.$eval("body", (body) => getComputedStyle(body).color), "rgb(31, 35, 40)");
  await page.emulateMediaType("print");
  assert.deepEqual(await shown("search, .skip, .back"), []);
  assert.equal(await page.$eval("article", (article) => getComputedStyle(article).contentVisibility), "visible");
  assert.match(Buffer.from(await page.pdf({ format: "A4" })).subarray(0, 5).toString(), /^%PDF/);
  await page.emulateMediaType("screen");
});

for (const name of ["ours", "hostile"]) {
  await check(`nothing sticks out: ${name}`, async () => {
    for (const viewport of [desk, phone]) {
      await page.setViewport(viewport);
      await page.goto(at.file(name));
      assert.deepEqual(await page.evaluate(faultsOfWidth), []);
    }
  });

  await check(`axe finds no violation, light and dark: ${name}`, async () => {
    await page.setViewport({ ...desk, height: 20_000 });
    for (const scheme of ["light", "dark"]) {
      await color(scheme);
      await page.goto(at.file(name));
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ").slice(0, 300)}`), []);
      assert.ok(passes.some(({ id, nodes }) => id === "color-contrast" && nodes.length > 20));
    }
  });
}

await check("what means harm is text", async () => {
  await page.setViewport(desk);
  for (const url of [at.file, at.server]) {
    await page.goto(url("hostile"));
    for (const selector of ["article", "a", "pre", "svg"]) {
      await page.$$eval(selector, (all) => all.forEach((one) => one.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }))));
    }
    await type("alert");
    assert.ok((await shown("article")).includes("search"));
    const [scripts, links, tags, handlers] = await page.evaluate(() => [
      document.scripts.length,
      [...document.links].map((link) => link.getAttribute("href")).filter((href) => !href.startsWith("#")),
      [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))],
      [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]).map((one) => one.name)
        .filter((attribute) => attribute.startsWith("on") || ["style", "srcdoc", "src", "action"].includes(attribute)),
    ]);
    assert.deepEqual([scripts, links, handlers], [1, [], []]);
    for (const tag of ["img", "iframe", "form", "base", "link", "object", "b"]) assert.ok(!tags.includes(tag), tag);
    assert.ok(await page.$eval("#search", (article) => article.textContent.includes("<script>alert(1)</script>")));
  }
});

await check("pictures hold whatever names there are", async () => {
  await page.goto(at.file("hostile"));
  assert.deepEqual(await page.evaluate(faultsOfPictures), []);
});

await browser.close();
at.close();
