import { expect, type Locator } from '@playwright/test';
import { refusalSentence } from '../../../utils/ui/describe-voucher';
import type { VoucherRefusal } from '../../../utils/vouchers/refusals';
import type { NamedFile } from './popup';

/** The unfolded part of the popup that takes vouchers. */
export class VoucherSection {
  constructor(readonly section: Locator) {}

  get field(): Locator {
    return this.section.getByLabel('Voucher code', { exact: true });
  }

  /** Each voucher's answer, in their order. */
  get answers(): Locator {
    return this.section.getByRole('status').getByRole('listitem');
  }

  hand(text: string): Promise<void> {
    return this.field.fill(text);
  }

  choose(...files: NamedFile[]): Promise<void> {
    return this.section.getByLabel('Choose a voucher’s file or picture').setInputFiles(files);
  }

  async press(): Promise<void> {
    await this.section.getByRole('button', { name: 'Redeem', exact: true }).click();
  }

  async redeem(text: string): Promise<void> {
    await this.hand(text);
    await this.press();
  }

  async says(...sentences: (string | RegExp)[]): Promise<void> {
    await expect(this.answers).toHaveText(sentences);
  }

  async refuses(reason: VoucherRefusal): Promise<void> {
    await this.says(refusalSentence(reason));
  }
}
