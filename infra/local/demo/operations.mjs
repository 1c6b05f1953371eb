// The operations of the first journey, as the portal sends them (names of the contract).
const errors = 'userErrors { code message field }';

export const currentConsentText = 'query ConsentText { consentText(locale: "ja") { version } }';
export const registerPatient = `mutation RegisterPatient($input: PatientRegisterInput!) { patientRegister(input: $input) { patient { id } ${errors} } }`;
export const updatePatient = `mutation UpdatePatient($id: ID!, $input: PatientUpdateInput!) { patientUpdate(id: $id, input: $input) { patient { id } ${errors} } }`;
export const saveContact = `mutation SaveContact($input: FamilyContactInput!) { familyContactSave(input: $input) { familyContact { id } ${errors} } }`;
export const submitConsent = `mutation SubmitConsent($input: ConsentSubmitInput!) { consentSubmit(input: $input) { consent { id version status } ${errors} } }`;
export const applyForRoom = `mutation ApplyForRoom($input: RoomCreationApplyInput!) { roomCreationApply(input: $input) { roomApplication { id version status receiptNumber } ${errors} } }`;
export const reviewApplication = `mutation ReviewApplication($id: ID!, $input: ReviewInput!) { roomApplicationReview(id: $id, input: $input) { roomApplication { id version status } ${errors} } }`;
export const executeApplication = `mutation ExecuteApplication($id: ID!) { roomApplicationExecute(id: $id) { roomApplication { id status } ${errors} } }`;
export const openInvitations = 'query OpenInvitations { viewer { invitations { id invitedAt room { id roomNumber } } } }';
export const acceptInvitation = `mutation AcceptInvitation($id: ID!) { roomInvitationAccept(membershipId: $id) { membership { id status } ${errors} } }`;
export const fileIdChange = `mutation FileIdChange($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { idApplication { id } ${errors} } }`;
export const announceUpload = `mutation AnnounceUpload($input: UploadCreateInput!) { uploadCreate(input: $input) { upload { id putUrl } ${errors} } }`;
export const writePost = `mutation WritePost($input: PostCreateInput!) { postCreate(input: $input) { post { id } ${errors} } }`;
