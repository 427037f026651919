/// Other machines that are asked.
enum NetworkFunctions {
  static let functions: [BuiltInFunction] = [
    .hostEffect(
      .ping,
      "starface.net",
      "IsHostReachable",
      "String hostIPAddress, int timeout",
      "Boolean result"
    ),
    .hostEffect(
      .feed,
      "starface.net",
      "FetchFeed2",
      "String url, FetchFeed2$SortCriteria feedOrder, String userName, String password, String encoding",
      "String feedTitle, String feedDescription, Integer feedSize, List feedTitles, List feedDescriptions, "
        + "List feedUris, Boolean success"
    ),
  ]
}
