/** Subjects of achievements and problems (发展成效, 面临问题): which indicators and tags speak of each. */
export const topics = [
  { id: 'crossRegion', indicators: ['crossRegionShare'], goodTags: [], badTags: [] },
  {
    id: 'oneThing',
    indicators: ['jointTags', 'instantShare', 'oneGoRate'],
    goodTags: ['510'],
    badTags: ['113'],
  },
  { id: 'dataSharing', indicators: ['dataTags'], goodTags: ['512', '409'], badTags: ['210'] },
  {
    id: 'channels',
    indicators: [
      'onlineServiceShare',
      'fullyOnlineShare',
      'mobileShare',
      'kioskShare',
      'manyChannelShare',
      'channelTags',
    ],
    goodTags: [],
    badTags: [],
  },
  {
    id: 'experience',
    indicators: ['meanScore', 'onlineTopRate', 'hallTopRate', 'mobileTopRate', 'attitudeTagShare'],
    goodTags: [],
    badTags: [],
  },
  {
    id: 'loop',
    indicators: ['verificationRate', 'rectificationRate', 'namedCallbackRate', 'callbackSatisfaction'],
    goodTags: [],
    badTags: [],
  },
] as const;

/** Tags that tell of channels which do not join (线上线下衔接不畅). */
export const joiningTags = ['212', '112', '211', '407'] as const;

/** Duties whose rate the rules put at 100%: what is left of them is a problem. */
export const duties = ['verificationRate', 'rectificationRate', 'namedCallbackRate'] as const;
