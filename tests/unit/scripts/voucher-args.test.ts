import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAID_PLANS } from '@/utils/credits/plans';
import { KINDS, MAX_CREDITS, MAX_LIFETIME_S } from '@/utils/vouchers/claims';
import { load } from './load';

const { readArgs, USAGE } = await load('voucher/args.mjs');
const terms = await load('voucher/terms.mjs');

const HASH = 'a'.repeat(64);
const FOR_ALL = ['--sub', '*'];
const issue = (...args: string[]) => ['issue', '--key', 'K', ...args];
const recharge = (...args: string[]) => issue('--kind', 'recharge', '--credits', '50', ...args);

describe('the command line of voucher', () => {
  it.each([
    [['keygen', '--out', 'K.json'], { out: 'K.json', issuer: 'matte' }],
    [recharge(...FOR_ALL), { kind: 'recharge', credits: '50', expires: '90d', json: false }],
    [recharge('--sub', HASH, '--until', '2027-01-31T12:00:00+02:00'), { sub: HASH }],
    [recharge('--email', 'a@b.test', '--expires', '12h', '--qr', 'v.png', '--json'), { email: 'a@b.test', json: true }],
    [issue('--kind', 'membership', '--plan', 'pro', '--until', '2027-01-31', ...FOR_ALL), { plan: 'pro' }],
    [issue('--kind', 'suspend', '--reason', 'Fraud', '--sub', HASH), { reason: 'Fraud' }],
    [issue('--kind', 'reinstate', '--email', 'a@b.test'), { kind: 'reinstate' }],
    [['inspect'], { codes: [] }],
    [['inspect', '-'], { codes: ['-'] }],
    [['inspect', 'eyJ.eyJ.x', '--key', 'K', '--json'], { codes: ['eyJ.eyJ.x'], key: 'K', json: true }],
  ])('takes %j', (args, wish) => expect(readArgs(args)).toMatchObject({ ...wish, command: args[0], problem: null }));

  it.each([[['--help']], [['-h']], [['keygen', '--help']], [['issue', '-h']]])('%j asks for help', (args) => {
    expect(readArgs(args)).toMatchObject({ help: true, problem: null });
  });

  it.each([
    [[], 'Name a command: keygen, issue or inspect.'],
    [['sell'], 'Unknown command: sell'],
    [['constructor'], 'Unknown command: constructor'],
    [['keygen'], 'Name a file for the key: --out KEY.json'],
    [['keygen', '--out', '-'], 'Name a file for the key: --out KEY.json'],
    [['keygen', '--out', 'K', '--kid', 'a b'], '--kid takes 1 to 64 letters, digits, and . _ -'],
    [['keygen', '--out', 'K', '--issuer', ' '], '--issuer takes 1 to 64 characters'],
    [['keygen', '--out', 'K', '--from', 'today'], 'Not a date: --from today'],
    [['keygen', '--out', 'K', '--to', '2020-01-01'], '--to must be after --from'],
    [['issue', '--kind', 'recharge'], 'Name the key: --key KEY.json'],
    [issue('--credits', '5'), '--kind must be one of recharge, membership, suspend, reinstate'],
    [issue('--kind', 'gift'), '--kind must be one of recharge, membership, suspend, reinstate'],
    [issue('--kind', 'recharge', ...FOR_ALL), '--kind recharge needs --credits'],
    [issue('--kind', 'membership', '--plan', 'pro', ...FOR_ALL), '--kind membership needs --until'],
    [issue('--kind', 'suspend', '--sub', HASH), '--kind suspend needs --reason'],
    [recharge('--plan', 'pro', ...FOR_ALL), '--kind recharge takes no --plan'],
    [issue('--kind', 'reinstate', '--until', '2027-01-01'), '--kind reinstate takes no --until'],
    [issue('--kind', 'suspend', '--reason', 'x', ...FOR_ALL), '--kind suspend is for one account, not for everyone'],
    [issue('--kind', 'recharge', '--credits', '1.5'), '--credits takes a whole number from 1 to 1000000'],
    [issue('--kind', 'recharge', '--credits', '0'), '--credits takes a whole number from 1 to 1000000'],
    [issue('--kind', 'recharge', '--credits', '1000001'), '--credits takes a whole number from 1 to 1000000'],
    [issue('--kind', 'membership', '--plan', 'gold', '--until', '2027-01-01'), 'Unknown plan: gold'],
    [recharge('--until', '2027-02-30'), 'Not a date: --until 2027-02-30'],
    [recharge('--until', '2027-01-01T12:00'), 'Not a date: --until 2027-01-01T12:00'],
    [recharge('--reason', 'a\nb'), '--reason takes one line of 1 to 200 characters'],
    [recharge(), "Say for whom: --email ADDRESS, --sub HASH, or --sub '*' for anybody"],
    [recharge('--sub', '*', '--email', 'a@b.test'), 'Choose between --email and --sub.'],
    [recharge('--email', 'bob'), 'Not an e-mail address: bob'],
    [recharge(...FOR_ALL, '--expires', '401d'), '--expires takes days or hours, like 90d or 12h, and at most 400d'],
    [recharge(...FOR_ALL, '--expires', 'soon'), '--expires takes days or hours, like 90d or 12h, and at most 400d'],
    [recharge(...FOR_ALL, '--qr', 'v.svg'), '--qr needs a name that ends in .png'],
    [recharge(...FOR_ALL, '--bogus'), "Unknown option '--bogus'"],
    [['inspect', 'a', 'b'], 'Name one code, or quote the text that it stands in.'],
  ])('refuses %j', (args, problem) => expect(readArgs(args).problem).toBe(problem));

  it('tells who gives an address as --sub what to do', () => {
    expect(readArgs(recharge('--sub', 'bob@shop.test')).problem).toMatch(/for an address use --email$/);
  });

  it('knows the kinds, plans and limits that Matte knows, and its usage names them', () => {
    expect(Object.keys(terms.TERMS)).toEqual([...KINDS]);
    expect(terms.PLANS).toEqual([...PAID_PLANS]);
    expect(terms.MAX_CREDITS).toBe(MAX_CREDITS);
    expect(terms.MAX_DAYS * 86_400).toBe(MAX_LIFETIME_S);
    for (const kind of KINDS) expect(USAGE).toContain(`--kind ${kind}`);
  });

  it('never throws', () => {
    const words = fc.constantFrom('keygen', 'issue', 'inspect', '--key', '--kind', '--sub', '--', '-', '--json=1', '*');
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (args) => {
        expect(readArgs(args)).toHaveProperty('problem');
      }),
    );
  });
});
