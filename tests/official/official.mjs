// Twilio's own library for Node, asked over the standard streams: a JSON array of questions in a line, and one of
// answers back.
//
//     node official.mjs PREFIX       (PREFIX/node_modules holds the library)

import { createRequire } from "node:module";
import { parse, stringify } from "node:querystring";
import { createInterface } from "node:readline";

const require = createRequire(`${process.argv[2]}/`);
const { getExpectedTwilioSignature, twiml, validateRequest, validateRequestWithBody } = require("twilio");
const { MessagingResponse, VoiceResponse } = twiml;

// As the parsers of Node's frameworks give them: a name that came several times holds an array.
function object(pairs) {
  const found = new Map();
  for (const [name, value] of pairs) {
    const known = found.get(name);
    found.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(found);
}

function voice(fill) {
  const response = new VoiceResponse();
  fill(response);
  return response.toString();
}

function messaging(fill) {
  const response = new MessagingResponse();
  fill(response.message({ action: "/sms/status" }));
  return response.toString();
}

const documents = {
  connect: ({ service_sid, public_url }) =>
    voice((response) =>
      response.connect({ action: "/ended" }).conversation({
        serviceInstanceSid: service_sid,
        inboundAutocreation: true,
        inboundTimeout: 20,
        routingAssignmentTimeout: 10,
        record: "record-from-answer",
        trim: "trim-silence",
        recordingStatusCallback: `${public_url}/recording`,
        statusCallback: "/progress",
        statusCallbackEvent: ["call-initiated", "call-ringing", "call-answered", "call-completed"],
      }),
    ),
  hang_up_without_a_word: () => voice(() => {}),
  voicemail: ({ prompt }) =>
    voice((response) => {
      response.say(prompt);
      response.record({
        action: "/voicemail",
        maxLength: 20,
        finishOnKey: "*",
        recordingStatusCallback: "/voicemail/recording",
      });
    }),
  say_and_hang_up: ({ text }) =>
    voice((response) => {
      response.say(text);
      response.hangup();
    }),
  no_message: () => new MessagingResponse().toString(),
  message: ({ body, media }) =>
    messaging((message) => {
      message.body(body);
      media.forEach((url) => message.media(url));
    }),
};

const answers = {
  sign: ({ token, url, pairs }) => getExpectedTwilioSignature(token, url, object(pairs)),
  validate: ({ token, url, pairs, signature }) => validateRequest(token, signature, url, object(pairs)),
  validate_body: ({ token, url, body, signature }) => validateRequestWithBody(token, signature, url, body),
  document: ({ name, values }) => documents[name](values),
  // The two forms in which the library tries an address once more.
  normalised: ({ url }) => new URL(url).toString(),
  requeried: ({ url }) => {
    const [address, query] = new URL(url).toString().split(/\?(.*)/s);
    return query ? `${address}?${stringify(parse(query))}` : address;
  },
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const said = JSON.parse(line).map((question) => {
    try {
      return answers[question.do](question);
    } catch (error) {
      return { raised: String(error) };
    }
  });
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
