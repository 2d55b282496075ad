// The official clients of the Model Context Protocol on a server: everything that a client
// does with tools and resources, in each way in which they reach a server. They check every
// message, and every answer of a tool against the schema that the tool has.
//
//   node clients.mjs MODULES URL < cases
//
// MODULES is a folder with what package-lock.json lists. A case is a line of JSON: id, inputs
// and language of an evaluation, its status over HTTP, and what was answered there.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const [modules, address] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const current = require("@modelcontextprotocol/client");
const older = {
  ...require("@modelcontextprotocol/sdk/client/index.js"),
  ...require("@modelcontextprotocol/sdk/client/streamableHttp.js"),
};

// The client, its options, and how many of many alike it reads: all of them once a revision.
const ways = [
  [current, { versionNegotiation: { mode: { pin: "2026-07-28" } } }, Infinity],
  [current, { versionNegotiation: { mode: "auto" } }, 3],
  [current, { versionNegotiation: { mode: "legacy" } }, 3],
  [older, {}, Infinity],
];

const cases = (await text(process.stdin)).split("\n").filter(Boolean).map((line) => JSON.parse(line));
assert.ok(cases.length > 0, "there are cases");

for (const [kind, options, most] of ways) {
  const transport = new kind.StreamableHTTPClientTransport(new URL(address));
  const client = new kind.Client({ name: "tests", version: "1" }, options);
  const faults = [];
  client.onerror = (fault) => faults.push(fault);
  await client.connect(transport);
  assert.equal(client.getServerVersion().name, "medical-api");
  assert.match(client.getInstructions(), /evaluate_calculator/);
  assert.equal(transport.sessionId, undefined, "there is no session");
  await uses(client, most);
  await client.close();
  assert.deepEqual(faults, [], "nothing that the client did not like");
}

// Everything that can be asked.
async function uses(client, most) {
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map((tool) => tool.name),
    ["search_calculators", "read_calculator", "evaluate_calculator"],
  );
  const ids = await searched(client);
  for (const id of ids.slice(0, most)) {
    const definition = await called(client, "read_calculator", { id });
    assert.equal(definition.id, id);
    assert.equal(definition.schema.type, "object");
  }
  for (const { id, inputs, language, status, answer } of cases.slice(0, most)) {
    const given = { id, inputs, language };
    const result = await client.callTool({ name: "evaluate_calculator", arguments: given });
    assert.equal(result.isError, status !== 200, id);
    assert.deepEqual(result.structuredContent, answer, id);
    assert.equal(result.content[1].uri, `medical://calculators/${id}`);
  }
  await resources(client, ids, most);
  await refusals(client);
}

// The ids of all calculators, which a search gives in parts.
async function searched(client) {
  const ids = [];
  let cursor;
  do {
    const part = await called(client, "search_calculators", { cursor });
    ids.push(...part.calculators.map((one) => one.id));
    cursor = part.next_cursor;
    assert.equal(cursor === undefined, ids.length === part.total);
  } while (cursor !== undefined);
  const found = await called(client, "search_calculators", { text: "IMC", language: "pt-BR" });
  assert.ok(found.calculators.some((one) => one.id === "bmi"));
  return ids;
}

// An answer that is no refusal.
async function called(client, name, given) {
  const result = await client.callTool({ name, arguments: given });
  assert.equal(result.isError, false, `${name} ${JSON.stringify(result.content)}`);
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
}

async function resources(client, ids, most) {
  const uris = [];
  let cursor;
  do {
    const part = await client.listResources(cursor === undefined ? {} : { cursor });
    uris.push(...part.resources.map((one) => one.uri));
    cursor = part.nextCursor;
  } while (cursor !== undefined);
  assert.equal(new Set(uris).size, 1 + 2 * ids.length);
  for (const uri of uris.slice(0, most)) {
    const { contents } = await client.readResource({ uri });
    assert.equal(contents.length, 1);
    assert.equal(contents[0].uri, uri);
    assert.equal(typeof JSON.parse(contents[0].text), "object");
  }
  const { resourceTemplates } = await client.listResourceTemplates();
  assert.equal(resourceTemplates.length, 3);
}

async function refusals(client) {
  const weight = { value: 70, unit: "stone" };
  const given = { id: "bmi", inputs: { weight, height: 175 } };
  const result = await client.callTool({ name: "evaluate_calculator", arguments: given });
  assert.equal(result.isError, true);
  assert.deepEqual(
    result.structuredContent.violations.map(({ pointer, code }) => [pointer, code]),
    [
      ["/inputs/weight/unit", "unknown-unit"],
      ["/inputs/height", "missing-unit"],
    ],
  );
  for (const { message } of result.structuredContent.violations) {
    assert.ok(result.content[0].text.includes(message));
  }
  const invalid = { code: -32602 };
  await assert.rejects(client.callTool({ name: "nope", arguments: {} }), invalid);
  await assert.rejects(client.listTools({ cursor: "nope" }), invalid);
  await assert.rejects(client.readResource({ uri: "medical://calculators/nope" }), (fault) => {
    // The older client has the older revision's code.
    return [-32602, -32002].includes(fault.code);
  });
}
