/** identity.districtSettingChanged → what applications go by (R8). */
import type { Handlers } from '@heya/service-common/consumer';
import { saveSettingChange } from './district.repository.ts';

export const districtHandlers: Handlers = {
  'identity.districtSettingChanged': (tx, { payload }) => saveSettingChange(tx, payload),
};
