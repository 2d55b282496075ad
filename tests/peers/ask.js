// Asks ucum-lhc of the National Library of Medicine: one question a line on stdin, a unit
// `{"code"}` or a conversion `{"from", "to", "value", "molecularWeight", "charge"}`; one
// answer a line on stdout. The argument is the folder that package-lock.json was installed in.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const modules = path.join(process.argv[2], "node_modules");
// The bundle needs none of the packages that the sources need.
const bundle = path.join(modules, "@lhncbc/ucum-lhc/browser-dist/ucum-lhc.min.js");
const utils = require(bundle).UcumLhcUtils.getInstance();

function answer({ code, from, to, value, ...options }) {
  if (code !== undefined) {
    const { status, ucumCode, msg } = utils.validateUnitString(code);
    return { valid: status === "valid" && ucumCode === code, says: msg };
  }
  const { status, toVal, msg } = utils.convertUnitTo(from, value, to, options);
  return status === "succeeded" ? { value: toVal } : { refused: msg.join(" ") };
}

const lines = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const line of lines) console.log(JSON.stringify(answer(JSON.parse(line))));
