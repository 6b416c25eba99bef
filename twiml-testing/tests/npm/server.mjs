// An application that is neither ours nor Rust: the official library builds its documents and checks who calls.
import { createServer } from "node:http";
import twilio from "twilio";

const [token, publicUrl] = process.argv.slice(2);

const handlers = {
  "/voice": (response) => {
    const gather = response.gather({ numDigits: 1, action: "/menu" });
    gather.say("For sales, press 1.");
    response.say("Goodbye.");
  },
  "/menu": (response, form) => {
    if (form.Digits === "1") response.dial({ action: "/after", timeout: 20 }, "+15557654321");
    else response.redirect("/voice");
  },
  "/after": (response, form) => {
    if (form.DialCallStatus === "completed") return;
    response.say("Nobody is there. Please leave a message.");
    response.record({ action: "/left", maxLength: 30 });
  },
  "/left": (response, form) => response.say(`Thank you for ${form.RecordingDuration} seconds.`),
};

const server = createServer(async (request, answer) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const form = Object.fromEntries(new URLSearchParams(body));
  const signature = request.headers["x-twilio-signature"] ?? "";
  if (!twilio.validateRequest(token, signature, publicUrl + request.url, form)) return answer.writeHead(403).end();
  const handler = handlers[request.url];
  if (!handler) return answer.writeHead(404).end();
  const response = new twilio.twiml.VoiceResponse();
  handler(response, form);
  answer.writeHead(200, { "content-type": "text/xml" }).end(response.toString());
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
