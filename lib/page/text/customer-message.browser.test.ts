import { afterEach, describe, expect, test } from 'vitest';
import { createCustomerMessageTest } from './customer-message.ts';

afterEach(() => document.body.replaceChildren());

function isOfCustomer(html: string): boolean {
  document.body.innerHTML = html;
  const element = document.querySelector('#it');
  if (!element) throw new Error('nothing is #it');
  return createCustomerMessageTest()(element);
}

const SAID = '<p id=it>my code is 131026</p>';

describe('a message of a customer', () => {
  test.each([
    ['a bubble that came in', `<div class="message incoming">${SAID}</div>`],
    ['a bubble of a chat', `<div class="message-in focusable">${SAID}</div>`],
    ['a bubble in camel case', `<li class=msgReceived>${SAID}</li>`],
    ['a class of a build', `<div class=messageIn_x7fQ>${SAID}</div>`],
    [
      'a type of message',
      `<div class=message data-type=customer>${SAID}</div>`,
    ],
    ['a direction', `<div data-direction=inbound>${SAID}</div>`],
    ['a short direction', `<div data-direction=in>${SAID}</div>`],
    ['an author', `<div data-author-type=customer>${SAID}</div>`],
    ['a role', `<div><div type=end-user><div>${SAID}</div></div></div>`],
    [
      'a name for screen readers',
      `<article aria-label="Message from visitor, 10:32">${SAID}</article>`,
    ],
    [
      'another language',
      `<article aria-label="Message: Cliente">${SAID}</article>`,
    ],
    ['a quotation in a mail', `<blockquote type=cite>${SAID}</blockquote>`],
    ['a quotation of a mail program', `<div class=gmail_quote>${SAID}</div>`],
    [
      'a message in a row of a grid',
      `<div role=row><div class=message-in>${SAID}</div></div>`,
    ],
  ])('is told by %s', (_, html) => {
    expect(isOfCustomer(html)).toBe(true);
  });

  test.each([
    ['a message of an agent', `<div class="message outgoing">${SAID}</div>`],
    [
      'an answer in a conversation with a customer',
      `<div class=customer-conversation><div class="message agent">${SAID}</div></div>`,
    ],
    [
      'a list of messages to customers',
      `<div class=customer-messages>${SAID}</div>`,
    ],
    [
      'a row of a log of messages that came in',
      `<table class=inbound><tr class=incoming><td id=it>131026</td></tr></table>`,
    ],
    ['a webhook that came in', `<div class="incoming-webhook">${SAID}</div>`],
    ['a transition', `<div class="message ease-in">${SAID}</div>`],
    [
      'a class that ends in another word',
      `<div class="message-in-progress">${SAID}</div>`,
    ],
    ['a login', `<div class="logged-in-message">${SAID}</div>`],
    ['a transition of a message', `<div class="msg-slide-in">${SAID}</div>`],
    [
      'what was written to a customer',
      `<div class=message aria-label="Message to customer Ana">${SAID}</div>`,
    ],
    ['a type of recipient', `<div data-recipient-type=customer>${SAID}</div>`],
    [
      'a contact that was sent',
      `<div class=message data-message-type=contact>${SAID}</div>`,
    ],
    ['a row of an inbox', `<div role=row data-type=contact>${SAID}</div>`],
    ['a row of leads', `<li data-type=lead>${SAID}</li>`],
    ['what a team wrote', `<div data-author="Customer Care">${SAID}</div>`],
    ['what support wrote', `<p class=customer-support-message>${SAID}</p>`],
    ['a list of both sides', `<div class=client-message-list>${SAID}</div>`],
    ['a page', SAID],
    ['a quoted error', `<blockquote>${SAID}</blockquote>`],
  ])('is not %s', (_, html) => {
    expect(isOfCustomer(html)).toBe(false);
  });

  test('does not read properties that a form of the page has named', () => {
    const html = `<form class=incoming><input name=parentElement><input name=getAttributeNames>${SAID}</form>`;
    expect(isOfCustomer(html)).toBe(true);
  });
});
