// Slack's own framework doing the least it can: it proves the signature and acknowledges. The peer that the bot's speed is measured against.
const path = require('node:path');
const { App, HTTPReceiver, LogLevel } = require(path.join(__dirname, 'node_modules', '@slack', 'bolt'));

const receiver = new HTTPReceiver({ signingSecret: process.env.SIGNING_SECRET, endpoints: ['/slack/events'], logLevel: LogLevel.ERROR });
const app = new App({ receiver, logLevel: LogLevel.ERROR, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }) });
app.command('/intro', async ({ ack }) => ack({ response_type: 'ephemeral', text: 'Help.' }));
app.action(/.*/, async ({ ack }) => ack());
app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
