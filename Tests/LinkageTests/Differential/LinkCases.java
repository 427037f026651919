import java.util.ArrayList;
import java.util.List;

/** Every generated case, in one fixed order. */
final class LinkCases {
  private LinkCases() {}

  static List<LinkCase> all() {
    List<LinkCase> cases = new ArrayList<>();
    MemberCases.addTo(cases);
    HierarchyCases.addTo(cases);
    UseCases.addTo(cases);
    FeatureCases.addTo(cases);
    VerifierCases.addTo(cases);
    LoaderCases.addTo(cases);
    BootstrapCases.addTo(cases);
    RepeatedCases.addTo(cases);
    DefaultCases.addTo(cases);
    ChainCases.addTo(cases);
    NestCases.addTo(cases);
    CallbackCases.addTo(cases);
    SwitchCases.addTo(cases);
    FormatCases.addTo(cases);
    FinalCases.addTo(cases);
    return cases;
  }
}
