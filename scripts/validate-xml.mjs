/**
 * Validates XML against an XML Schema, offline: `node scripts/validate-xml.mjs SCHEMA.xsd FILE.xml …`
 * prints what is wrong, a line each. With `-` for the files it reads a JSON array of XML texts from
 * standard input and prints a JSON array of the lists of what is wrong with each: libxml2's ES
 * module can't be loaded into a jest test.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const [schema, ...files] = process.argv.slice(2);
if (schema === undefined || files.length === 0) {
  console.error('Usage: node scripts/validate-xml.mjs SCHEMA.xsd FILE.xml …');
  process.exit(2);
}

xmlRegisterFsInputProviders();
const validator = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(schema), { url: resolve(schema) }),
);

/** What is wrong with an XML text; empty where it is valid. */
function faults(xml) {
  try {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.message.trim().split('\n');
  }
}

if (files[0] === '-') {
  const texts = JSON.parse(readFileSync(0, 'utf8'));
  process.stdout.write(JSON.stringify(texts.map(faults)));
} else {
  for (const file of files) {
    for (const fault of faults(readFileSync(file, 'utf8'))) {
      console.error(`${file}: ${fault}`);
      process.exitCode = 1;
    }
  }
}
