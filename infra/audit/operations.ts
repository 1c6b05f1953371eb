/** The operations that the cases send wrong inputs through. */
export const errors = 'userErrors { code message field }';

export const patientRegister = `mutation ($input: PatientRegisterInput!) { patientRegister(input: $input) { patient { id } ${errors} } }`;
export const consentSubmit = `mutation ($input: ConsentSubmitInput!) { consentSubmit(input: $input) { consent { id } ${errors} } }`;
export const consentWithdraw = `mutation ($id: ID!, $input: ConsentWithdrawInput!) { consentWithdraw(id: $id, input: $input) { consent { id } ${errors} } }`;
export const roomCreationApply = `mutation ($input: RoomCreationApplyInput!) { roomCreationApply(input: $input) { roomApplication { id } ${errors} } }`;
export const roomApplicationReview = `mutation ($id: ID!, $input: ReviewInput!) { roomApplicationReview(id: $id, input: $input) { roomApplication { id } ${errors} } }`;
export const roomApplicationExecute = `mutation ($id: ID!) { roomApplicationExecute(id: $id) { room { id } ${errors} } }`;
export const postCreate = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } ${errors} } }`;
export const askTake = `mutation ($postId: ID!) { askTake(postId: $postId) { ${errors} } }`;
export const postPin = `mutation ($id: ID!) { postPin(id: $id, pinned: true) { ${errors} } }`;
export const roomMarkRead = `mutation ($roomId: ID!, $upToPostId: ID!) { roomMarkRead(roomId: $roomId, upToPostId: $upToPostId) { ${errors} } }`;
export const sessionRevoke = `mutation ($id: ID!) { sessionRevoke(id: $id) { ${errors} } }`;
export const viewerId = 'query { viewer { id } }';
export const roomInspectionStart = `mutation ($input: RoomInspectionInput!) { roomInspectionStart(input: $input) { roomInspection { id } ${errors} } }`;
export const roomInspectionEnd = `mutation ($id: ID!) { roomInspectionEnd(id: $id) { roomInspection { id } ${errors} } }`;
