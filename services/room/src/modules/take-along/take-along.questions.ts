/** What the subgraphs are asked; a test holds each against the schema of who is asked. */
const page = 'pageInfo { hasNextPage endCursor }';
const hospital = '{ facility { id } name department phone }';

export const roomQuestion = `query TakeAlongRoom($id: ID!) {
  room(id: $id) {
    id roomNumber status openedAt closedAt
    patient {
      id name nameKana sex birthDate postalCode address phone
      familyContacts { id name relationship phones fax isKeyPerson emergencyOrder livesTogether }
      medicalHistory { name icd10 since until note }
      allergies
      medications { name yjCode dosage since until }
      testResults { name value unit date }
      careServices { kind providerName schedule }
      medicalInsurance {
        insurerNumber symbol number branchNumber copaymentPercent validUntil
        publicExpenses { payerNumber recipientNumber validUntil }
      }
      longTermCareInsurance { insurerNumber insuredNumber careLevel copaymentPercent validFrom validUntil }
      referringHospital ${hospital}
      readmissionHospital ${hospital}
      disasterNote
      profileBlocks { block broughtAlong { place identifiers { system value } } }
    }
  }
}`;

export const membersQuestion = `query TakeAlongMembers($id: ID!, $after: String) {
  room(id: $id) {
    memberships(first: 100, after: $after) {
      nodes { id user { id } displayName facility { id } facilityName professionLabel role isSteward status joinedAt leftAt }
      ${page}
    }
  }
}`;

export const broughtQuestion = `query TakeAlongBroughtPosts($id: ID!, $after: String) {
  room(id: $id) {
    broughtPosts(first: 100, after: $after) {
      nodes { sourceId sourceRoomId audience isImportant authorLabel body readings observedAt writtenAt }
      ${page}
    }
  }
}`;

export const postsQuestion = `query TakeAlongPosts($r: [_Any!]!, $after: String) {
  _entities(representations: $r) {
    ... on Room {
      posts(first: 100, after: $after) {
        nodes {
          id author { id } authorName authorProfessionLabel authorFacilityName kind audience importance body observedAt createdAt
          parent { id } spokenForName retraction { at byName reason } revisions { at byName body }
          attachments {
            id kind documentKind alt isBodyImage bodySite takenAt screen: url(variant: SCREEN_1280) whole: url(variant: ORIGINAL)
          }
          visit { nextVisitOn planChanged planChange careAdvice wishes }
          ask { dueAt takenByName doneAt doneByName note }
          vitals {
            id takenAt takenBy { id } takenByName oxygenLitersPerMinute note source
            measurements { kind value unit loincCode flag context }
            consciousness meals { slot main side } stool { bristol count blood } medicines { slot outcome note } sleepHours bath fall
            alerts corrects { id } correctionReason isCurrent correctedBy { id }
          }
        }
        ${page}
      }
    }
  }
}`;

export const consentQuestion = `query TakeAlongConsents($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Patient {
      consents {
        id status version giver giverName proxyRelation receiptNumber disasterUse expiresOn textVersion explainedBy { id } explainedByName
        explainedAt signedAt withdrawnAt
        categories { category granted visibleToFamily visibleToPartners }
      }
    }
  }
}`;

export const accessQuestion = `query TakeAlongLooks($r: [_Any!]!, $after: String) {
  _entities(representations: $r) {
    ... on Patient {
      accessLog(first: 100, after: $after) {
        nodes { id at actor { id } actorName action categories subjectLabel subjectId outcome entryHash }
        ${page}
      }
    }
  }
}`;
