package org.provgate.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something that somebody would try, and the test that tries it on the real parts.
///
/// @param kind of attack, a heading of the table
/// @param module where the test is
/// @param test class and method
record Attack(String kind, String module, String test) {

    String type() {
        return test.substring(0, test.indexOf('#'));
    }

    String method() {
        return test.substring(test.indexOf('#') + 1);
    }

    /// The method's name as a sentence.
    String sentence() {
        return method().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static List<Attack> all() {
        return Stream.of(
                        tags(),
                        objects(),
                        keys(),
                        declarations(),
                        evidence(),
                        bombs(),
                        runaways(),
                        injections(),
                        tampering(),
                        requests())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Attack> of(String kind, String module, String... tests) {
        return Stream.of(tests).map(test -> new Attack(kind, module, test)).toList();
    }

    @SafeVarargs
    private static List<Attack> together(List<Attack>... parts) {
        List<Attack> all = new ArrayList<>();
        for (List<Attack> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static List<Attack> tags() {
        String kind = "forged tags";
        return together(
                of(kind, "tools/local", "LocalGateTest#aTagThatWasForgedAtUploadIsNotBelieved"),
                of(kind, "tools/proof", "BucketAttacksTest#aTagSetOverAndOverWhileTheGateDecidesOpensNothing"),
                of(kind, "shared/testkit", "GateStoryTest#aForgedTagIsNotBelieved"),
                of(
                        kind,
                        "shared/conformance",
                        "BucketPoliciesTest#aReservedTagIsSetByNobodyElse",
                        "BucketPoliciesTest#tagsDoNotComeAlongWithACopy"));
    }

    private static List<Attack> objects() {
        String kind = "objects replaced, hidden, repeated";
        return together(
                of(kind, "tools/local", "LocalGateTest#anObjectThatIsReplacedAfterAcceptanceIsNotCoveredByTheVerdict"),
                of(
                        kind,
                        "tools/proof",
                        "BucketAttacksTest#anObjectReplacedOverAndOverWhileTheGateDecidesIsNeverReadWithOtherBytes",
                        "BucketAttacksTest#deleteMarkersNeitherHideEvidenceNorLoseIt",
                        "BucketAttacksTest#aFloodOfVersionsOfOneKeyIsAccountedFor"),
                of(
                        kind,
                        "shared/testkit",
                        "RaceStoryTest#whoReadTheSubmissionBeforeAnUploadDoesNotOverruleWhoReadItAfter",
                        "WithdrawalStoryTest#aMarkerOlderThanTheUploadTakesNothingBack",
                        "WithdrawalStoryTest#aDeletionToldAfterItWasTakenBackTakesNothingFromQuarantine",
                        "GateStoryTest#repeatedAndReorderedNoticesChangeNothing"));
    }

    private static List<Attack> keys() {
        String kind = "keys";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "BucketAttacksTest#keysThatClimbOrAreEncodedTwiceReachNobodyElse",
                        "BucketAttacksTest#aKeyThatDiffersByCaseOrNormalisationAloneIsNeverTakenForTheOther"),
                of(kind, "tools/local", "LocalGateTest#keysThatNoManifestCouldNameDoNotDisturbTheOthers"),
                of(
                        kind,
                        "shared/formats",
                        "BucketEventTest#aKeyIsDecodedOnce",
                        "BucketEventTest#aKeyThatS3WouldNotWriteIsRefused"),
                of(kind, "shared/embedded", "EmbeddedS3Test#aKeyThatIsTooLongIsRefused"));
    }

    private static List<Attack> declarations() {
        String kind = "declarations";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "DeclarationAttacksTest#aManifestThatNamesAnothersDatasetDoesNotGetItsWaivers",
                        "DeclarationAttacksTest#aManifestThatListsAnothersFilesNeitherReadsNorMovesThem",
                        "DeclarationAttacksTest#aSecondManifestThatSaysLessDoesNotCountInsteadOfTheFirst",
                        "DeclarationAttacksTest#rowsThatNameTheirMakerAreNotExcusedByAnyWordOfTheManifest"),
                of(kind, "shared/testkit", "LineageStoryTest#whatAnOperatorRejectsIsNotReadUnderAnotherName"),
                of(kind, "shared/formats", "SubmissionManifestsTest#aTeacherThatOnlyTheOtherNamesNeverVanishes"));
    }

    private static List<Attack> evidence() {
        String kind = "hidden evidence";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "HiddenEvidenceTest#whatIsDisguisedInARowIsSeen",
                        "HiddenEvidenceTest#theNameOfTheFileHidesNothing",
                        "HiddenEvidenceTest#packedTwiceUnderAnotherNameIsSeen",
                        "HiddenEvidenceTest#whatStandsFarDownALongFileIsSeen",
                        "HiddenEvidenceTest#rowsAsBase64OrHexOrRot13AreNotSeen",
                        "HiddenEvidenceTest#whatMarkupOrAKeyHoldsIsNotSeen"),
                of(
                        kind,
                        "shared/inspection",
                        "HostileInputTest#aPhraseInDisguiseIsFound",
                        "HostileInputTest#utf16IsReadLikeEverythingElse",
                        "HostileInputTest#aPhraseAcrossTwoGzipMembersIsFound",
                        "HostileInputTest#aQuoteThatIsNeverClosedDoesNotHideARow"),
                of(kind, "shared/registry", "SpellingsTest#aNameInLookalikeLettersIsNotKnownAndThePlainNameIsOffered"));
    }

    private static List<Attack> bombs() {
        String kind = "bombs and oversize";
        return together(
                of(
                        kind,
                        "shared/inspection",
                        "HostileInputTest#bombsOfEveryKindAreStopped",
                        "HostileInputTest#manySmallFramesAreABombToo",
                        "HostileInputTest#archivesInArchivesAreFollowedOnlySoFar",
                        "HostileInputTest#compressionInCompressionIsFollowedOnlySoFar",
                        "HostileInputTest#aLineOfAGigabyteIsSearchedInPiecesAndNamed",
                        "HostileInputTest#aMillionNamesOfModelsDoNotFillTheFacts",
                        "HostileInputTest#aHundredThousandColumnsAreCut"),
                of(kind, "shared/formats", "HostileInputsTest#everyOneEndsInAReadingWithin256Megabytes"),
                of(kind, "functions/api", "UploadsTest#whatCannotBeUploadedSoIsSaid"),
                of(kind, "tools/proof", "ApiAttacksTest#aBodyOfElevenMegabytesIsNotCarriedOut"));
    }

    private static List<Attack> runaways() {
        String kind = "inputs of quadratic or exponential cost";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "RunawayTest#noShapeOfInputTakesMoreThanItsLengthDeserves",
                        "OwnPatternsTest#noPatternOfOursRunsAway"),
                of(
                        kind,
                        "shared/formats",
                        "HostileInputsTest#noneTakesLong",
                        "HostileInputsTest#eachIsStoppedByItsOwnFault"),
                of(
                        kind,
                        "shared/inspection",
                        "HostileInputTest#noPatternRunsAway",
                        "HostileInputTest#noLiteralRepeatedKeepsThePatternsBusyForLong"),
                of(
                        kind,
                        "shared/core",
                        "LicenseTextTest#hostileTextEndsSoon",
                        "LargeSubmissionTest#manyPatternsOverManyFilesEndSoon"),
                of(
                        kind,
                        "shared/conditions",
                        "CelConditionsTest#manyStepsAreTooMany",
                        "CelConditionsTest#aTextThatDoublesIsStopped"));
    }

    private static List<Attack> injections() {
        String kind = "log, terminal, page, message and table injection";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "InjectionAttacksTest#theTerminalOfAnOperatorIsNotSteered",
                        "InjectionAttacksTest#theJsonOfTheInterfaceSteersNothing",
                        "InjectionAttacksTest#theReportAsAPageHoldsNoMarkupOfTheContributor",
                        "InjectionAttacksTest#nothingIsExportedAsATableForSpreadsheets",
                        "InjectionAttacksTest#theLogHasNoLineThatAContributorWrote",
                        "ApiAttacksTest#aHeaderThatHoldsLinesAddsNone"),
                of(kind, "shared/aws", "JsonLinesTest#aNameCannotBeginALineOfItsOwn"),
                of(
                        kind,
                        "shared/formats",
                        "TextReportTest#nothingOfAContributorSteersTheTerminal",
                        "HtmlReportTest#nothingOfAContributorIsMarkup",
                        "MarkdownReportTest#nothingOfAContributorIsMarkupOrAMention",
                        "MessagesTest#aHostileNameAddsNoHeaderAndNoLine",
                        "MessagesTest#aHostileNameIsNoMarkupInAChat"));
    }

    private static List<Attack> tampering() {
        String kind = "tampering with waivers, policy and verdicts";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "DeclarationAttacksTest#waiversAndSeveritiesInAManifestAreNone",
                        "DeclarationAttacksTest#aPolicyAmongTheUploadsIsAFileLikeAnyOther",
                        "DeclarationAttacksTest#aReportAmongTheUploadsIsNotTakenForAVerdict",
                        "ApiAttacksTest#aContributorCarriesOutNoVerbOfOperators"),
                of(
                        kind,
                        "shared/conformance",
                        "BucketPoliciesTest#thePolicyIsWrittenByOperatorsAloneAndByTheApiForThem",
                        "BucketPoliciesTest#reportsAreWrittenByTheGateAloneAndNeverTakenBack"),
                of(kind, "shared/aws", "S3PolicySourceTest#aFaultyPolicyIsNeverReplacedByAnotherOne"),
                of(kind, "shared/testkit", "GateStoryTest#theHistoryIsAChain"),
                of(
                        kind,
                        "tools/cli",
                        "VerifyTest#aChangedPayloadDoesNotHold",
                        "VerifyTest#filesThatChangedSinceAreNamed"));
    }

    private static List<Attack> requests() {
        String kind = "requests";
        return together(
                of(
                        kind,
                        "tools/proof",
                        "ApiAttacksTest#anAddressThatClimbsLeadsNowhere",
                        "ApiAttacksTest#aTokenThatNobodyGaveOpensNothing",
                        "ApiAttacksTest#aContributorUploadsUnderNoOtherName",
                        "ApiAttacksTest#aBodyOfOtherTypesIsAProblemWithASentence",
                        "ApiAttacksTest#aVerbThatIsReplayedIsCarriedOutOnce",
                        "ApiAttacksTest#requestsThatAreNoneDoNotStopTheNext"),
                of(kind, "functions/api", "FuzzTest#oddIdsAndBodiesAreProblemsAndChangeNothing"),
                of(kind, "functions/api", "VerbsTest#theSameRequestIsCarriedOutOnceAndAnsweredTheSame"));
    }
}
