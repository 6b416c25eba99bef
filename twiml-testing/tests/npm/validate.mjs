// Whether the official library accepts requests: one in a line of the input, as JSON; one verdict in a line of the output.
import { createInterface } from "node:readline";
import twilio from "twilio";

const [token] = process.argv.slice(2);

for await (const line of createInterface({ input: process.stdin })) {
  const { url, parameters, signature } = JSON.parse(line);
  console.log(twilio.validateRequest(token, signature, url, Object.fromEntries(parameters)));
}
