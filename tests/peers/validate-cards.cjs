// Validates Adaptive Cards with Microsoft's own parser, held to the version the bot speaks: a card is posted, its faults come back as sentences.
const http = require('node:http');
const path = require('node:path');
const cards = require(path.join(__dirname, 'node_modules', 'adaptivecards', 'dist', 'adaptivecards.js'));

const version = cards.Versions.v1_5;
// Read by the parser in code, not by a property of its schema.
const readInCode = ['type', 'fallback', 'requires', 'body', 'items', 'inlines', 'actions'];

function faultsOf(json) {
  const faults = [];
  const context = new cards.SerializationContext(version);
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig({ actions: { maxActions: 1000 } });
  card.parse(json, context);
  for (let at = 0; at < context.eventCount; at++) faults.push(context.getEventAt(at).message);
  faults.push(...card.validateProperties().validationEvents.map((event) => event.message));
  lookForUnknown(json, new cards.AdaptiveCard(), '', faults);
  return faults;
}

// The parser passes over what it does not know; its own schema of each type tells what that is.
function lookForUnknown(json, known, pointer, faults) {
  if (!known) {
    faults.push(`${json.type} is not known in ${version} [json-pointer:${pointer}]`);
    return;
  }
  const schema = known.getSchema();
  const names = new Set(readInCode);
  for (let at = 0; at < schema.getCount(); at++) {
    const property = schema.getItemAt(at);
    if (property.isSerializationEnabled && property.targetVersion.compareTo(version) <= 0) names.add(property.name);
  }
  for (const [name, value] of Object.entries(json)) {
    if (!names.has(name)) faults.push(`${json.type ?? 'What has no type'} has no ${name} in ${version} [json-pointer:${pointer}/${name}]`);
    if (name === 'data') continue;
    for (const [at, item] of (Array.isArray(value) ? value : [value]).entries()) {
      if (typeof item === 'object' && item) lookForUnknown(item, instance(item, name), `${pointer}/${name}/${at}`, faults);
    }
  }
}

function instance(json, name) {
  if (name === 'choices') return new cards.Choice();
  if (name === 'refresh') return new cards.RefreshDefinition();
  const registry = String(json.type).startsWith('Action.') ? cards.GlobalRegistry.actions : cards.GlobalRegistry.elements;
  return registry.createInstance(json.type, version);
}

const server = http.createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(faultsOf(JSON.parse(Buffer.concat(pieces).toString()))));
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready to validate'));
