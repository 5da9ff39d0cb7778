import codes from 'virtual:codes';
import { openIndex } from '../code-index.ts';
import { at, testShapes } from './shape-lines.ts';

/** What a program does with a code in a branch of its own, and what is said of a further code in a sentence of its own. */
testShapes(
  {
    'the branches of a match by the code of an error': {
      found: [
        [
          'match api_err.code {\n    ‹4› | ‹80007› | ‹130429› => Retry::After(Duration::from_secs(60)),\n    ‹131056› => Retry::Never,',
        ],
        ['when (body.error?.code) {\n    ‹131053›, ‹131052› -> MediaFailure()\n    ‹100› -> BadRequest()\n'],
        [
          'match ($e->getCode()) {\n    ‹131049› => Verdict::Later,\n    ‹190› => Verdict::Token,\n    ‹131026› => Verdict::Gone,',
        ],
        ["switch (error.code) {\n  ‹131047› => 'late',\n"],
      ],
      alike: [
        ['match year {\n    2016 => Old,\n    131047 => New,'],
        ['match response.status {\n    131047 => foo(),\n    200 => bar(),'],
        ['when (view.id) {\n    131053 -> open()\n    100 -> close()'],
      ],
    },
    'branches of several numbers': {
      found: [
        [
          "when ‹131031›, ‹368›\n  disable!(reason: 'account_locked')\nwhen ‹190›, ‹10›\n  renew!\nelse\n  raise error",
        ],
      ],
      alike: [['case zip\nwhen 10001, 10002\n  "NYC"\nwhen 63016\n  "Cedar Hill"\nend']],
    },
    'numbers and what they mean, several in a line of a set': {
      found: [
        [
          'new Set([\n  ‹1›, ‹2›,   // Graph hiccup\n  ‹4›,      // app-level throttling\n  ‹130429›, // throughput\n  ‹131016›, // service unavailable\n]);',
        ],
      ],
      alike: [['new Set([\n  1, 2,   // columns of the grid\n  4,      // rows\n]);']],
    },
    'a condition of an element of a page': {
      found: [
        [
          '<p v-if="msg.errorCode === \'‹63024›\'" class="text-xs">\n  This person does not seem to use WhatsApp (Twilio ‹63024›).\n</p>',
        ],
      ],
      alike: [['<p v-if="page === \'63024\'" class="text-xs">Page</p>']],
    },
    'a sentence about a further code': {
      found: [
        ['Kalau muncul kode ‹131056›, tunggu dulu. Untuk ‹131048› beda lagi: banyak yang melapor.'],
        ["Le code ‹131026› l'est toujours ; ‹131000› et ‹131016› ne le sont pas."],
        [
          'If your callback shows code ‹1008›, call the opt-in API first. For ‹1003› simply recharge the wallet.',
          at('www.gupshup.io'),
        ],
        [
          'Error ‹1340› is the 24h window. ‹1022› on the second message is a different thing.',
          at('dashboard.vonage.com'),
        ],
        ['Error ‹131056› came again. 131000 messages were sent before noon, 131026 of them in March.'],
        ['Error ‹1340› is the 24h window. 1022 messages are queued.', at('dashboard.vonage.com')],
        ['Error ‹1008› again, no opt-in. 1003 is the number of credits left.', at('www.gupshup.io')],
      ],
      alike: [['Error 1340 is a leap. 1022 on the second message is a different thing.']],
    },
    'an old number and the one that took its place': {
      found: [
        [
          'what used to be ‹470› is now ‹131047›, ‹1013› became ‹131026›, and ‹471› is ‹131048›.',
          at('hub.360dialog.com'),
        ],
        [
          'Old codes we still translate: `‹470›` becomes `‹131047›`, `‹1013›` becomes `‹131026›` on WhatsApp.',
        ],
      ],
      alike: [['We used to sell 470, it is 131047 now.'], ['plan 470 is 131047 rupees']],
    },
    'an old number and its successor in one sentence, nobody named': {
      found: [
        [
          'the report groups by the old numbers, so ‹470› and ‹131047› land in two rows. Likewise ‹1013›, which today is ‹131026›.',
        ],
      ],
      alike: [
        ['| 131026 | 470 | 131047 |'],
        ['   1013 131026\n    470 131047'],
        ['Restarted on port 1000. Order affected: 131000.'],
        ['470 people and 131047 visits'],
      ],
    },
    'a sentence about what the code means, nothing before it that says code': {
      found: [
        ['Since we switched calling on, it is ‹138006› whenever an agent dials someone.'],
        ['Bei uns kam beim Registrieren der Nummer erst ‹133006›, also nochmal per SMS bestätigen'],
        ['Kampanya mesajlarının bir kısmı ‹130472› hatasıyla dönüyor.'],
        ['Laut Vonage-Support steht ‹1022› für eine ungültige Vorlage', at('dashboard.vonage.com')],
      ],
      alike: [
        ['Registered in May: 133006 from abroad'],
        ['we called 138006 people'],
        ['In the 24 hours we sent 131047, after that none.'],
        ['Laut Support stehen 1022 Vorlagen bereit', at('dashboard.vonage.com')],
      ],
    },
    'symptoms and their codes, an arrow between': {
      found: [
        [
          '- token older than 60 days → ‹190›, make a new one\n- app not assigned to the WABA → (#‹200›) for the page\n- number not on the test list → #‹131030›',
        ],
      ],
      alike: [['- orders older than 60 days → 131047 moved, 190 left\n- new orders → 470 moved']],
    },
    'definitions of subcodes': {
      found: [
        [
          '<dt>‹2388073›</dt><dd>Footer is badly formatted</dd>\n<dt>‹2388293›</dt><dd>Too many variables</dd>\n<dt>‹2388299›</dt><dd>A variable at the end</dd>',
        ],
      ],
      alike: [['<dt>2388073</dt><dd>2388293</dd>\n<dt>5551234</dt><dd>2388299</dd>']],
    },
    'failures under their heading, each with its number': {
      found: [
        [
          'Fallidos (12)\n#‹131050› El usuario dejó de recibir mensajes de marketing – 9\n#‹132001› La plantilla no existe – 3',
          at('app.wati.io'),
        ],
      ],
      alike: [['Tickets (12)\n#131050 Assigned to Asha\n#132001 Refund of an order', at('app.wati.io')]],
    },
    'passwords that a test reads': {
      found: [],
      alike: [
        ['var msg = "131047 is your verification code.";\nAssert.Equal("131047", OtpParser.Extract(msg));'],
        [
          'mail = Mail(subject="132000 is your sign-in code", body="Order 131047 ships")\nassert extract(mail) == "132000"',
        ],
      ],
    },
  },
  openIndex(codes),
);
