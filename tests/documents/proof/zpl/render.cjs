// Draws labels: one JSON list of [zpl, width in mm, height in mm, dots per mm] in, one of PNGs in base64 out.
const { readFileSync } = require("node:fs");
const { ready } = require("zpl-renderer-js");

async function main() {
  const { api } = await ready;
  const drawn = [];
  for (const label of JSON.parse(readFileSync(0, "utf8"))) drawn.push(await api.zplToBase64Async(...label));
  process.stdout.write(JSON.stringify(drawn), () => process.exit(0)); // its WebAssembly would go on for ever
}

main().catch((trouble) => {
  process.stderr.write(`${trouble}\n`, () => process.exit(1));
});
