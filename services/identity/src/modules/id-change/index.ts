export { type ChangeDetails, endsPlace, type IdChangeKind, type Successor } from './id-change.details.ts';
export { callOff, carryOut, type Doer, endPlace, type Filed, nameSuccessors, tellPlace } from './id-change.effect.service.ts';
export { IdChange } from './id-change.entity.ts';
export { IdChangeInput, IdChangeResubmitInput, SuccessorInput } from './id-change.inputs.ts';
export { seatsOfChange } from './id-change.look.service.ts';
export { changesOf, isFieldOfChange, toChangeDetails } from './id-change.mapper.ts';
export {
  changesAbout,
  dueChanges,
  findChange,
  openChangeOf,
  type Place,
  placesOf,
  putChange,
  isStoppedByLeave,
} from './id-change.repository.ts';
export { IdChangeDetailsResolver, StewardSeatResolver, UserSeatsResolver } from './id-change.resolver.ts';
export { IdChangeDetails } from './id-change.type.ts';
export { RoomSeat } from './room-seat.entity.ts';
export { changeBehind, formerStewards, putSeat, seatById, stewardSeatsOf, teamsOf } from './room-seat.repository.ts';
export { type Leaving, seatsEndingWith, seatsWithoutSuccessor } from './seat.service.ts';
