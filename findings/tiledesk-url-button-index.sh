#!/bin/sh
# @tiledesk/tiledesk-whatsapp-connector 1.0.25, Node 24 (1 December 2026): the address of a template's second button goes to the first.
#
# Expected: the parameter of a URL button has its place among the buttons: `index: "1"` for the second. Meta's page "Template
# messages" of the Cloud API: `index` is the position of the button, from 0.
# Seen: `index` is always "0", where the template has a quick reply. `TemplateManager` finds the URL button at whatever place, and the
# translator forgets it, so Meta refuses the message, although the template and its parameters are right.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund @tiledesk/tiledesk-whatsapp-connector@1.0.25

cat > translate.cjs <<'JS'
// The connector's logger catches every exception, so that Node would end with 0.
process.exitCode = 1;

const { log } = console;

console.log = () => undefined;

const folder = '@tiledesk/tiledesk-whatsapp-connector/tiledesk';
const { TemplateManager } = require(`${folder}/TemplateManager`);
const { TiledeskWhatsappTranslator } = require(`${folder}/TiledeskWhatsappTranslator`);

const buttons = [
  { type: 'QUICK_REPLY', text: 'Cancel' },
  {
    type: 'URL',
    text: 'Track',
    url: 'https://example.com/{{1}}',
    example: ['https://example.com/7'],
  },
];

const template = {
  name: 'order',
  language: 'en',
  components: [
    { type: 'BODY', text: 'Your order is on its way.' },
    { type: 'BUTTONS', buttons },
  ],
};

async function run() {
  const manager = new TemplateManager({
    token: 'token',
    waba_id: '1',
    GRAPH_URL: 'https://example.com/',
  });

  const params = await manager.generateParamsObject(template);

  params.buttons[0].text = '42';

  const { name, language } = template;
  const attributes = { attachment: { template: { name, language, params } } };
  const translator = new TiledeskWhatsappTranslator();
  const message = await translator.toWhatsapp({ type: 'text', attributes }, '15550100123');
  const [component] = message.template.components;

  log('URL button of the template:', buttons.findIndex(({ type }) => type === 'URL'));
  log('component of the message:  ', JSON.stringify(component));
  process.exit(component.sub_type === 'url' && component.index === '0' ? 0 : 1);
}

run();
JS

node translate.cjs
