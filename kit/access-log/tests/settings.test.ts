import { afterEach, describe, expect, it } from '@jest/globals';
import { fixSetting } from '../../setting.ts';
import { accessLogSettings } from '../settings.ts';

describe('the settings of the access log', () => {
  afterEach(() => {
    fixSetting('NODE_ENV', 'test');
    fixSetting('ACCESS_LOG_RELAY_URL', '');
  });

  it('may lack a key in development', () => {
    expect(accessLogSettings()).toEqual({ signingKey: undefined, relayUrl: undefined });
  });

  it('may not lack it in production', () => {
    fixSetting('NODE_ENV', 'production');
    expect(accessLogSettings).toThrow('ACCESS_LOG_KEY is missing');
  });

  it('may not lack it where something is told', () => {
    fixSetting('ACCESS_LOG_RELAY_URL', 'http://127.0.0.1:4004/access-log/announcements');
    expect(accessLogSettings).toThrow('needs ACCESS_LOG_KEY');
  });
});
