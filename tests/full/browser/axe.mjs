// Run axe-core on a local page in light, dark and print; print what it finds as JSON.
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const axe = createRequire(import.meta.url).resolve("axe-core");
const [page_url, executablePath] = process.argv.slice(2);
const looks = [
  { name: "light", colorScheme: "light", media: "screen" },
  { name: "dark", colorScheme: "dark", media: "screen" },
  { name: "print", colorScheme: "light", media: "print" },
];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const found = [];
for (const look of looks) {
  // The page's own policy forbids scripts; only the checker's may run, in this run alone.
  const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1366, height: 768 } });
  await page.emulateMedia({ colorScheme: look.colorScheme, media: look.media });
  await page.goto(page_url);
  await page.addScriptTag({ path: axe });
  const result = await page.evaluate(() =>
    axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  found.push(
    ...result.violations.map((one) => ({
      look: look.name,
      id: one.id,
      help: one.help,
      nodes: one.nodes.map((node) => node.html.slice(0, 120)),
    })),
  );
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found, null, 1));
