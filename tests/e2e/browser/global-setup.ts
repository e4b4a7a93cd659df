import { prepareBuilds } from './builds';

export default function globalSetup(): void {
  prepareBuilds();
}
