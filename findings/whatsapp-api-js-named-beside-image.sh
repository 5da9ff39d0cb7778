#!/bin/sh
# whatsapp-api-js 6.3.0, Node 24 (1 December 2026): a template with an image and named parameters cannot be built.
#
# Expected: an image in the header and named parameters in the body go together. Meta's page "Template messages" of the Cloud API: named
# parameters have `parameter_name`, and a media header is a link or an id, which has no name.
# Seen: "Inconsistent use of named and numbered parameters", because the image without name counts as a numbered parameter. A card of
# a carousel always begins with media, so its body cannot have named parameters at all. The image with a made-up name is taken.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund whatsapp-api-js@6.3.0

cat > build.mjs <<'JS'
import {
  BodyComponent,
  BodyParameter,
  CarouselCard,
  HeaderComponent,
  HeaderParameter,
  Image,
  Template,
} from 'whatsapp-api-js/messages';

const image = new Image('https://example.com/order.jpg');
const body = (name) => new BodyComponent(new BodyParameter('Ann', name));

function build(create) {
  try {
    create();
    return 'built';
  } catch ({ message }) {
    return message;
  }
}

const template = (headerName, bodyName) =>
  build(() => {
    const header = new HeaderComponent(new HeaderParameter(image, headerName));

    return new Template('order', 'en', header, body(bodyName));
  });

const seen = {
  'image and {{1}}': template(undefined, undefined),
  'image and {{name}}': template(undefined, 'name'),
  'named image and {{name}}': template('image', 'name'),
  'card with {{name}}': build(() => new CarouselCard(image, body('name'))),
};

console.log(seen);

process.exitCode =
  seen['image and {{1}}'] === 'built' &&
  seen['image and {{name}}'].startsWith('Inconsistent use') &&
  seen['named image and {{name}}'] === 'built' &&
  seen['card with {{name}}'].startsWith('Inconsistent use')
    ? 0
    : 1;
JS

node build.mjs
