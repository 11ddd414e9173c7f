package org.provgate.inspection.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// How rare bytes are in text: worth knowing of what is looked for in much of it.
final class FrequentGrams {

    /// From the commonest letter to the rarest.
    private static final String LETTERS = " etaoinsrhldcumfpgwybvk";

    private static final int PENALTY = 100;

    /// The groups of four that English text and the keys of rows are full of.
    private static final Set<String> GRAMS = Arrays.stream(
                    (" the|the |ing |and | and| of | to |tion|n   | in | you| is | for|ion |e th|atio|for |n th|"
                                    + " tha|hat |s th|that|ent | pro|you | con|f th|with|ment|his | wit|of t|resp|he"
                                    + " s|espo|spon|pons|onse|t th|core|prom|scor| thi|ith |ther|. th|romp|ompt|s an| on |ate"
                                    + " |this|ng t|ions|are |d th| can|, an|in t|here|e of| com|he c|s a |e in|ere |ctio|e to| as"
                                    + " | are| it |can |ting|s to|ed t|ould|our | int|ted |e co|he f|from|uld |s in|e an| sta|her"
                                    + " |on t|nd t|he p|e a |rom |ave | fro|s of|d to|r th| be | a s|your| was|t of|able| use| or"
                                    + " | hav|mple|form|ng a|to t|o th| de |ter |e re| not|have|g th|, th|e fo| per|ight|ring|nce"
                                    + " |he t|was | wor|es a|sing|ding| by | an |ning|ers | if | ver|data|is a|emen|een |not"
                                    + " |port|ble | res|over|he m|ons |he r|king|d in|ance|is t| dat|ill |comp|ive |inte|all |ore"
                                    + " |he a|mber|er t|reat|es t| tra| her|out |van |ity |e is|he d| par| whi| cha|t"
                                    + " to|will|llow| van| wil|sed |cont|at t| at |sion|cons|n```|enti|tive|name|e"
                                    + " pr|even|nter|nts | cou|time|crea|ents|ies |t in| str|use |stat|in a| all| num|ed a| sho|re"
                                    + " t|re a|thin|ence|or t|rate|nd a|ess |es, | imp| pla| dis| pri|est |any |n a | has|he w|e"
                                    + " st|ever|ine |stan|n de|each|hen |he b| app|on a| pre|e be|othe|ount|he e|n in|erat|how |"
                                    + " fin|some|ake |usin|ure |ture|umbe|he l|as a|er o|numb|ally| whe| exp|s fo|he n|ght"
                                    + " |nder|woul| how|to a| wou|turn|ling|ical|s ar|red |h th| mor| spe|te a|ple |valu|ed"
                                    + " i|hing|te t| fun|func| som| man|orma| rec|has |on o| a p|ach | mod| ret|ome |cess|rati|e"
                                    + " se|r of| his| but| a c|y th|e mo|n to|e ca|word|age | ove|ng s|spec|unct|ncti|he g|"
                                    + " fol|mode| rea|n an|ber |part|rent|ecti|n of| she")
                            .split("\\|"))
            .collect(Collectors.toUnmodifiableSet());

    private FrequentGrams() {}

    /// The more the rarer.
    static int rarity(byte[] word, int at) {
        int rarity = GRAMS.contains(new String(word, at, 4, StandardCharsets.US_ASCII)) ? -PENALTY : 0;
        for (int i = at; i < at + 4; i++) {
            int place = LETTERS.indexOf(word[i]);
            rarity += place < 0 ? LETTERS.length() : place;
        }
        return rarity;
    }
}
