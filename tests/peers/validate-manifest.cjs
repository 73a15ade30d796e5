// Validates the manifest of a Teams app by Microsoft's own schema: a manifest is posted, its faults come back as sentences.
const http = require('node:http');
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');
const schema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.29/MicrosoftTeams.schema.json');

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const isSound = ajv.compile(schema);

function faultsOf(manifest) {
  if (isSound(manifest)) return [];
  return isSound.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

const server = http.createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(faultsOf(JSON.parse(Buffer.concat(pieces).toString()))));
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready to validate'));
