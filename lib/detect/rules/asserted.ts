import type { Examples, Rule } from '../rule.ts';
import { lastOf } from '../words/letters.ts';

const REACH = 48;

const NAME = '(?:code|codigo|código|cod|errno)\\w{0,3}(?:\\(\\))?["\'`\\])]{0,3}';
/** `assert.equal(err.code, 190)`, `expect(failure.code).toBe(190)`, `err.Code.Should().Be(190)` */
const LAST = new RegExp(
  `(?:(?<!\\+\\s?[\\w.$]{0,24})${NAME},|${NAME}(?:\\)(?:\\.|->)to\\w{2,8}\\(|\\)?(?:\\.not)?(?:\\.to)?(?:\\.be)?\\.(?:eq|eql|equals?|isEqualTo|ShouldBe|shouldEqual|must_equal)\\(|\\.Should\\(\\)\\.Be\\(|\\)\\.to (?:eq|eql|be)\\(| (?:must|should) be\\())\\s?["'\`]?$`,
  'i',
);
/** `Assert.Equal(190, err.Code)`, `assert_equal 190, error.code` */
const ASSERTING =
  /(?:assert|require|expect|check)\w{0,20}(?:(?:\.|::|->)\w{2,20})?(?:\((?:t,\s)?|\s)["'`]?$/i;
const FIRST =
  /^["'`]?,\s(?:\(\w{2,8}\)\s?)?[\w$.?>()[\]"'-]{0,40}(?:code|codigo|código|errno)(?:\(\)|["'`\]]{1,2})?\s?(?:[),;]|$)/i;

/** `address.PostalCode`, `otp.code`: the code of something else. */
const OTHERS =
  /(?:post(?:al)?|zip|pin|otp|captcha|verif\w{0,8}|confirm\w{0,5}|area|country|state|region|city|dial\w{0,3}|calling|currency|lang\w{0,5}|locale|product|item|article|sku|bar|qr|pairing|coupon|voucher|promo\w{0,5}|discount|order|customer|supplier|account|ledger|exit|return|key|char|hash|colou?r|dress|bank|branch|swift|airport|short|invite|referral|course|room|gate)(?:_?codes?|[.?[]{1,2}["'`]?code)/i;

/** A test says what the code of an error is. */
export const rule: Rule = {
  id: 'asserted',
  family: 'place',
  weight: 4,
  needs: ['number', 'argument'],
  find({ lineLeft, lineRight, kind, code, form }) {
    if (kind !== 'number' || code.length < 3) return null;
    if (form === 'http-status' && /status/i.test(lineLeft + lineRight)) return null;
    if (/^["'`]?\s?\)/.test(lineRight)) {
      const last = LAST.exec(lineLeft);
      if (last) return OTHERS.test(lastOf(lineLeft, REACH)) ? null : last[0];
    }
    const first = ASSERTING.test(lineLeft) ? FIRST.exec(lineRight)?.[0] : undefined;
    return first === undefined || OTHERS.test(first) ? null : first;
  },
};

export const examples: Examples = {
  yes: [
    'assert.equal(err.code, ‹190›)',
    "expect(failure.code).toBe('‹131047›')",
    'self.assertEqual(res["codigo"], ‹190›)',
    'response.ErrorCode.Should().Be(‹190›);',
    'assertThat(e.getErrorCode()).isEqualTo(‹470›);',
    'expect(e.error_code).to eq(‹190›)',
    'expect(err.code).to.equal(‹190›)',
    'expect($e->getCode())->toBe(‹190›);',
    'Assert.Equal(‹190›, r.ErrorCode);',
    '$this->assertSame(‹190›, $e->getCode());',
    'require.Equal(t, ‹131047›, apiErr.Code)',
    'assert_equal ‹190›, error.code',
  ],
  no: [
    'assert.equal(res.count, 190)',
    'expect(rows).toBe(131047)',
    'expect(res.statusCode).toBe(200)',
    'the code, 131047',
    'Assert.Equal(190, rows.Count);',
    'Assert.Equal(404, (int)res.StatusCode);',
    'total.Should().Be(131047);',
    'we check 190, some code',
    'address.PostalCode.Should().Be("131000");',
    'assert_equal 131000, otp.code',
    'assertThat(location.getZipCode()).isEqualTo(131000);',
  ],
};
