import { describe, expect, it } from '@jest/globals';
import { fixSetting, SettingError } from '#kit/setting.ts';
import { readConfig } from '../config.ts';

describe("Apollo's executor, which knows no access rules", () => {
  it('is refused in production', () => {
    fixSetting('NODE_ENV', 'production');
    fixSetting('GATEWAY_EXECUTOR', 'apollo');
    expect(readConfig).toThrow(SettingError);
    expect(readConfig).toThrow('GATEWAY_EXECUTOR=apollo is for comparison only');
  });
});
