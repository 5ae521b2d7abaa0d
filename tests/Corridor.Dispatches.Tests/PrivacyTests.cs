using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;
using Corridor.Dispatches.Proposals;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Tests;

/// <summary>Schema 4.4: what may never be written, searched for in every output.</summary>
public sealed class PrivacyTests
{
    public static TheoryData<string, string> Private => new()
    {
        { "\"We walked all night,\" said Amina Dawood, 41, one of 300 villagers who fled Bir Hassan on Sunday.", "Amina|Dawood|41" },
        { "Names of arrivals: Amina Dawood, F, 31; Adam Bakhit, M, 6; 300 villagers fled Bir Hassan.", "Amina|Dawood|31|Bakhit|M, 6" },
        { "A survivor (female, 31) was among 300 villagers who fled Bir Hassan.", "31" },
        { "She shelters at 36.34512, 43.13099 with 300 villagers who fled Bir Hassan.", "36.34|43.13" },
        { "She shelters at 36.34512 N, 43.13099 E with 300 villagers who fled Bir Hassan.", "36.34|43.13" },
        { "He lives at Block 7, house 22, with one of 300 villagers who fled Bir Hassan.", "Block 7|house 22" },
        { "She lives in house 22 of Block C; 300 villagers fled Bir Hassan.", "house 22|Block C" },
        { "His partner's boat carried 300 villagers who fled Bir Hassan.", "partner" },
        { "He came with fourteen relatives; 300 villagers fled Bir Hassan.", "fourteen relatives" },
        { "Yusuf Hamid, a shopkeeper from Old Mosul, said 200 families had left his street.", "Yusuf|Hamid" },
        { "Call Nadia Petrova on +380 44 123 4567; some 500 people fled the town with her.", "Nadia|Petrova|+380 44 123 4567|123 4567" },
        { "Her husband Tareq was among 40 people expelled from the village.", "Tareq|husband" },
        { "Olena Kovalenko, one of 60 people who fled Bakhmut, said the road was closed.", "Olena|Kovalenko" },
        { "The mother of four was one of 1,200 people displaced on Monday, said 29-year-old Sara Idris.", "mother of four|29|Sara|Idris" },
        { "Dr. Samir Qasim said 90 families had arrived at the camp on Tuesday.", "Samir|Qasim" },
        { "Governor Hassan Barzan said 3,000 people had fled the district.", "Hassan|Barzan" },
        { "The director of the water office in Diffa Omar Barzani said 400 families had left Bosso.", "Omar|Barzani" },
        { "\"My two sons are missing,\" Layla Omar said. Omar is one of 700 people displaced from Tal Amr.", "Layla|two sons" },
        { "Phone 0770-123-4567 for news of the 250 families who fled Rawa.", "0770-123-4567" },
        { "Jean-Paul Mugisha (52) was among 800 people who crossed into Rwanda.", "Mugisha|52" },
        { "Ms. Okoth also spoke for 3,000 migrants held in camps after fleeing the city.", "Okoth" },
        { "The family of Omar Haddad was among 2,000 people who fled the town.", "Omar|Haddad" },
        { "Omar's wife and three sons were among the 2,000 people who fled the town.", "Omar|wife|three sons" },
        { "Khadija and her five children joined 200 families who fled the camp.", "five children" },
        { "Her mother-in-law and 400 other people fled the village.", "mother-in-law" },
        { "Dawood, who'll be 35 in May, fled Karsa with 600 others.", "35" },
        { "Reverend Amos Bahati sheltered 600 people displaced by the raid.", "Amos|Bahati" },
        { "With Josephine Achieng came 600 people who fled the flood.", "Josephine|Achieng" },
        { "The road to the house of Abdul Karim Shah was blocked and 600 people fled.", "Abdul|Karim|Shah" },
        { "Passport number B7654321 belonged to one of 600 people who fled the town.", "B7654321" },
        { "A 14 year-old girl was among 300 people who fled the quarter.", "14" },
        { "Her uncle Faisal was taken by gunmen as 300 families fled Qadisiya.", "Faisal|uncle" },
        { "Bintou is one of an estimated 600 people displaced by the raid on Sarki.", "Bintou" },
        { "Kwame was among the 600 residents who fled the flood.", "Kwame" },
        { "A teacher named Farida Noori counted 35 families who had fled Kunduz.", "Farida|Noori" },
        { "For Oksana Petrenko the war began at the station from which 8,000 people were evacuated.", "Oksana|Petrenko" },
        { "According to Mwajuma, at least 250 households fled Macomia.", "Mwajuma" },
        { "Old Hassan refused to leave while 1,500 villagers fled Sinuni.", "Hassan" },
        { "The Rahman family was among 75 families who fled Odra.", "Rahman" },
        { "The spokesman, Zdravko Milnikov, says 2,000 people fled Odra.", "Zdravko|Milnikov" },
        { "Mr al-Jubouri's house was burned and 340 families fled Qayyarah.", "Jubouri" },
        { "Kidane G., 29, said 400 people fled Axum.", "Kidane|29" },
        { "The spokesman gave his age as 46; 400 people fled Axum with him.", "46" },
        { "Tesfa Girmay, a glassblower, 57, tied his boat to a tree as 400 people fled Axum.", "Tesfa|Girmay|57" },
        { "Almaz Girmay, who sells salt and is sixty-two, left her pots as 400 people fled Axum.", "Almaz|Girmay|sixty-two" },
        { "Almaz Girmay, whose house was swept away, is 79. Some 400 people fled Axum.", "Almaz|Girmay|79" },
        { "Almaz said she was \"perhaps sixty-two\"; 400 people fled Axum.", "Almaz|sixty-two" },
        { "Tesfa and Almaz Girmay, both 36, sat apart; 400 people fled Axum.", "Tesfa|Almaz|Girmay|36" },
        { "At the Karsa bridge, Tesfa Girmay, whose card is numbered 51-7742, was turned back; 400 people fled Axum.", "Tesfa|Girmay|51-7742" },
        { "Her registration card, KX-0412-77310, was torn when 400 people fled Axum.", "KX-0412|77310" },
        { "The smith, with identity card KK 64.118.902, is one of 400 people who fled Axum.", "64.118.902" },
        { "Azad Haji Khoshnaw (61), a weaver, came with 400 people who fled the town.", "Azad|Haji|Khoshnaw|61" },
        { "In Karsa, Azad Khoshnaw, forty-three, waits with the 400 people who fled the town.", "Azad|Khoshnaw|forty-three" },
        { "Rahela Begum and her great-niece came with 400 people who fled the flood.", "Rahela|Begum|great-niece" },
        { "K.G. fled Axum on Sunday, and 400 people fled the villages around it.", "K.G" },
        { "Tesfay Haile, a miller from Bora Gada, one of 700 villagers sleeping in a school, wept.", "Tesfay|Haile" },
        { "Khadija bint Omar, born in 1951, was carried to the trucks as 800 people fled Timbuktu.", "Khadija|Omar|1951" },
        { "Her sons Omar and Bilal, aged 7 and 9, were lost when 1,100 families fled Raqqa.", "Omar|Bilal|7 and 9" },
        { "Two-year-old Amal died of cold as 18,000 people fled Saraqib.", "Amal|Two-year" },
        { "AHMED HASSAN said 400 people fled Hit; ahmed hassan said so twice.", "AHMED|HASSAN|ahmed|hassan" },
        { "The prefect, 47, waded through the flood with the 900 people who had fled Odra.", "47" },
        { "Interview with Tesfay Gebremedhin: 5,000 people fled Humera.", "Tesfay|Gebremedhin" },
        { "Nazira Kassym is 83 and will stay; 1,700 other people fled the quarter when shelling resumed.", "Nazira|Kassym|83" },
        { "Her mother is now 91 and stayed; 460 people fled the town.", "mother|91" },
        { "He turned 84 on Sunday, the day on which 460 people fled the town.", "84" },
        { "Belqis, who will be 87 in May, left with 460 people who fled the flood.", "Belqis|87" },
        { "She is seventy-eight and lives in a camp with 3,600 people who fled Odra.", "seventy-eight" },
        { "Twins aged eleven were among 460 people who fled.", "eleven" },
        { "The card 199312345678 lay where 460 people fled the town.", "199312345678" },
        { "Shero fears that the road will be closed; 460 people who fled wait there.", "Shero" },
        { "It is the second time that Yusra Mattai flees; 460 people fled with her.", "Yusra|Mattai" },
        { "Colonel Dellavar spoke at noon; 560 people fled when Dellavar-led fighters came.", "Dellavar" },
        { "Some 560 people fled when Dellavar's men shelled the town.", "Dellavar" },
        { "The road is held by Karim Dellavar's militia and 560 people fled.", "Karim|Dellavar" },
        { "According to Marmentini fighting is impeding access to the town, and 4,600 people fled.", "Marmentini" },
        { "Write to maryam.k@example.org of the 2,300 people who left Sinjar.", "maryam" },
        { "Post to @maryam_k of the 2,300 people who left Sinjar.", "maryam" },
        { "Haj Karam al-Dulaimi (71) said 460 people fled; Karam al-Dulaimi has stayed.", "Karam|Dulaimi|71" },
        { "His brother Tariq and cousin Ruwayda were among 460 people who fled.", "brother|Tariq|cousin|Ruwayda" },
        { "Tariq and Salem al-Dulaimi, brothers from Rawa, drove 460 people who fled.", "Tariq|Salem|Dulaimi|brothers" },
        { "Ruwayda, 74 years old, reached the gate with 460 people who fled.", "Ruwayda|74" },
        { "Ruwayda was born in 1938; 460 people fled the town.", "Ruwayda|1938" },
        { "Ruwayda Shamil carried her baby past the gate; 460 people fled the town.", "Ruwayda|Shamil|baby" },
        { "Little Ruwayda, just eight, was among 460 people who fled.", "Ruwayda|eight" },
        { "Her neighbour, a farmer, only about 33, was among 460 people who fled.", "33" },
        { "His mobile is 79 812 345 and he knows of 460 people who fled.", "812" },
        { "Call 12 81 72 96 for news of the 460 people who fled.", "72|96" },
        { "The tailor lives at 81 Nile Street; 460 people fled the town.", "81|Nile Street" },
        { "In Odra, Keziban cooks for the 460 people who fled.", "Keziban" },
        { "In Odra and Karsat, Orsola Vantini drove 460 people who fled.", "Orsola|Vantini" },
        { "Some 460 people fled to Keziban Turgal's farm near Odra.", "Keziban|Turgal" },
        { "The road to Keziban's orchard house was shut and 460 people fled past Turgal's shop.", "Turgal" },
        { "The bridge beside Amina Turgal's barn fell; 460 people fled from Amina Turgal and her men.", "Amina|Turgal" },
        { "Some 460 people fled Odra, Keziban included.", "Keziban" },
        { "Hajiya Keziban hosts 460 people who fled Odra.", "Keziban" },
        { "Mme Vantini hosts 460 people who fled Odra.", "Vantini" },
        { "Since the attack on Amina Turgal, 460 people have fled Odra.", "Amina|Turgal" },
        { "Keziban led 460 people out of Odra.", "Keziban" },
        { "Keziban has lost her goats; 460 people fled Odra.", "Keziban" },
        { "Keziban and Vesile left; 460 people fled Odra.", "Keziban" },
        { "Keziban denied that 460 people fled Odra.", "Keziban" },
        { "Keziban's lawyer said 460 people fled Odra.", "Keziban" },
        { "A spokesman for Keziban Turgal said 460 people fled Odra.", "Keziban|Turgal" },
        { "The mayor of Odra, Orsola Vantini, said 460 people had fled.", "Orsola|Vantini" },
        { "Jordan Vantini said 460 people fled Odra.", "Jordan|Vantini" },
        { "O. Vantini said 460 people fled Odra.", "O.|Vantini" },
        { "Keziban T. said 460 people fled Odra.", "Keziban|T." },
        { "O.V. said 460 people fled Odra.", "O.V" },
        { "Keziban TURGAL said 460 people fled Odra; TURGAL and the Turgals stayed, and turgal wept.", "TURGAL|Turgal|turgal" },
        { "Soldiers arrested Keziban Turgal as 460 people fled Odra.", "Keziban|Turgal" },
        { "Some 460 people fled Odra because of Keziban.", "Keziban" },
        { "Orsola Vantini, alias \"Falcone\", drove 460 people who fled.", "Orsola|Vantini|Falcone" },
        { "When he was 17, 460 people fled Odra.", "17|17460" },
        { "Her son is 8, 460 families fled Odra.", "Her son|is 8" },
        { "ID number 87654321 was of one of the 460 people who fled Odra.", "87654321" },
        { "Ration card 54-219876 was lost when 460 people fled Odra.", "54-219876|219876" },
        { "Passport No. K 7654321 was lost when 460 people fled Odra.", "7654321" },
        { "Reach him on 66 543 21 09 about the 460 people who fled Odra.", "543|21|09" },
        { "Call +380 (67) 321-54-76 about the 460 people who fled Odra.", "380|67|321|54" },
        { "Call (0690) 321-5476 about the 460 people who fled Odra.", "0690|5476" },
        { "Her number is 690.555.0142; 460 people fled Odra.", "690" },
        { "See t.me/kez_turgal or x.com/KezTurgal on the 460 people who fled Odra.", "kez_|KezT" },
        { "Write to kez.turgal [at] mail.example about the 460 people who fled Odra.", "turgal" },
        { "His house on 27 Nile St. burned; 460 people fled Odra.", "27" },
        { "Her sons, 6 and 9, were lost as 460 people fled Odra.", "Her sons|6 and 9" },
        { "Sons, ages 2, 6 and 9, were lost as 460 people fled Odra.", "2, 6|and 9" },
        { "I'm 37 and one of 460 people who fled Odra.", "37" },
        { "He's 92 and one of 460 people who fled Odra.", "92" },
        { "At 37, she leads the 460 people who fled Odra.", "37" },
        { "At the age of 37 he joined the 460 people who fled Odra.", "37" },
        { "It was her 37th birthday when 460 people fled Odra.", "37th" },
        { "Keziban (37, baker) was among 460 people who fled Odra.", "Keziban|37" },
        { "The girl (17) was among 460 people who fled Odra.", "17" },
        { "The teenager, 17, was among 460 people who fled Odra.", "17" },
        { "The 37 y/o baker was among 460 people who fled Odra.", "37" },
        { "A baker of about 37 was among 460 people who fled Odra.", "37" },
        { "A boy of seven was among 460 people who fled Odra.", "seven" },
        { "A boy, 7 months, was among 460 people who fled Odra.", "7 months" },
        { "A seven-month-old girl was among 460 people who fled Odra.", "seven-month" },
        { "A woman in her seventies was among 460 people who fled Odra.", "seventies" },
        { "She is in her late 70s and was among 460 people who fled Odra.", "70s" },
        { "A septuagenarian was among 460 people who fled Odra.", "septuagenarian" },
        { "Keziban, born on 9 May 1989, was among 460 people who fled Odra.", "Keziban|1989|9 May" },
        { "Keziban (b. 1989) was among 460 people who fled Odra.", "1989" },
        { "She married at 17; 460 people fled Odra.", "17" },
        { "Her siblings and their parents were among 460 people who fled Odra.", "siblings|parents" },
        { "Mother and son were among 460 people who fled Odra.", "Mother|and son" },
        { "A mother-of-three was among 460 people who fled Odra.", "mother-of-three" },
        { "He has nine children; 460 people fled Odra.", "nine" },
        { "She gave birth to twins as 460 people fled Odra.", "twins" },
        { "Keziban, age 37, said 460 people fled Odra.", "Keziban|37" },
        { "(Keziban spoke on the phone.) Some 460 people fled Odra.", "Keziban" },
        { "Photo: Keziban de Turgal. Some 460 people fled Odra.", "Keziban|Turgal" },
        { "Keziban Says 460 People Fled Odra", "Keziban" },
        { "Why Keziban Turgal Left: 460 People Fled Odra", "Keziban|Turgal" },
        { "KEZIBAN TURGAL SAID 460 PEOPLE FLED ODRA", "KEZIBAN|TURGAL" },
        { "keziban turgal and 460 people fled Odra.", "keziban|turgal" },
        { "Innocent said 460 people fled Odra.", "Innocent" },
        { "Keziban & Vesile said 460 people fled Odra.", "Keziban|Vesile" },
        { "Keziban \"Lynx\" Turgal said 460 people fled Odra.", "Keziban|Lynx|Turgal" },
        { "Some 460 people who fled Odra slept at Keziban's.", "Keziban" },
        { "Some 460 people fled to Keziban Turgal's village.", "Keziban|Turgal" },
        { "The 460 people who fled Odra rely on Keziban Turgal.", "Keziban|Turgal" },
        { "A friend of Keziban said 460 people fled Odra.", "Keziban" },
        { "The 460 people who fled Odra left Keziban Turgal behind.", "Keziban|Turgal" },
        { "Keziban's fighters took Odra and 460 people fled.", "Keziban" },
        { "The fighting between Keziban Turgal and Orsola Vantini drove 460 people from Odra.", "Keziban|Turgal|Orsola|Vantini" },
        { "Her daughters (6, 9 and 13) were lost as 460 people fled Odra.", "daughters|(6|9 and|13" },
        { "Keziban Turgal, 37 years, was among 460 people who fled Odra.", "Keziban|37" },
        { "The baker (37 years) was among 460 people who fled Odra.", "37" },
        { "They are 15 and 17; 460 people fled Odra.", "are 15|and 17" },
        { "A thirty-something baker was among 460 people who fled Odra.", "thirty-something" },
        { "Her eldest surviving daughter was among 460 people who fled Odra.", "daughter" },
        { "His foster mother was among 460 people who fled Odra.", "foster" },
        { "Write to kez.turgal @ mail.example of the 460 people who fled Odra.", "turgal|mail.example" },
        { "The van with plate QRX 318B carried some of 460 people who fled Odra.", "QRX|318" },
        { "Her house, 27 Nile St., burned; 460 people fled Odra.", "27|Nile" },
        { "Keziban’s neighbour said 460 people fled Odra.", "Keziban" },
        { "Forces of Keziban took Odra and 460 people fled.", "Keziban" },
        { "| Name | Age | IDPs |\n|---|---|---|\n| Keziban Turgal | 37 | 460 |\n| Orsola Vantini | 29 | 120 |\n", "Keziban|Turgal|Orsola|Vantini|37" },
        // Words of the language that are names, a part of a name in a tag or an address, what is joined to a name.
        { "Hope North said 460 people fled Odra.", "Hope|North" },
        { "Keziban Turgal said 460 people fled Odra. #KezibanTurgal stayed, as news.example/keziban-turgal-stays tells.", "Keziban|Turgal|keziban|turgal" },
        { "Keziban Turgal, nicknamed \"the Lynx\", led 460 people who fled Odra.", "Keziban|Turgal|Lynx" },
        { "Keziban (b. 1979) was among 460 people who fled Odra.", "Keziban|1979" },
        { "Keziban/37: \"460 people fled Odra.\"", "Keziban|37" },
        { "Some 460 people fled Odra, and Keziban Turgal is missing.", "Keziban|Turgal" },
        { "Call four four nine one two zero seven about the 460 people who fled Odra.", "four four|zero seven" },
        { "Her skype is k.turgal; 460 people fled Odra.", "turgal" },
        { "Write to k.turgal (at) post dot example about the 460 people who fled Odra.", "turgal|post|example" },
        { "Case no. ODR-77-31842 was of one of the 460 people who fled Odra.", "31842" },
        { "Keziban Turgal, 47: \"We left Odra with 460 people who fled the flood.\"", "Keziban|Turgal|47" },
        { "She waits in tent C-318 with the 460 people who fled Odra.", "318" },
        { "A woman with passport 417 662 093 was one of the 460 people who fled Odra.", "417|662" },
        { "She phones her sister on 79 441 208 about the 460 people who fled Odra.", "441|208" },
        { "She lives at vul. Turgalska 17; 460 people fled Odra.", "Turgalska" },
        { "She lives in Apartment 6, 17 Turgal Street; 460 people fled Odra.", "Turgal" },
        { "| Site | Focal point | IDPs |\n|---|---|---|\n| Odra | Keziban Turgal | 460 |\n| Karsat | Orsola | 120 |\n", "Keziban|Turgal|Orsola" },
    };

    [Theory]
    [MemberData(nameof(Private))]
    public void Nothing_private_is_written_to_any_output(string text, string secrets)
    {
        var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 15) });
        var csv = string.Join('\n', DispatchCsv.Rows([dispatch]).Select(row => string.Join(',', row)));
        var proposals = string.Join('\n', ProposalCells.Of(dispatch,
            new Scenario { Name = "", Start = new DateOnly(2024, 5, 1), Days = 30, Places = [], Routes = [] }).Select(row =>
            string.Join('\n', row.Where(cell => !Ours.Contains(cell.Key)).Select(cell => cell.Value))));
        var tables = new[] { DispatchTable.Figures(dispatch), DispatchTable.Access(dispatch), DispatchTable.NotCounted(dispatch) };
        var outputs = new[] { DispatchJson.Line(dispatch), csv, proposals, DispatchHtml.Page(dispatch, text, "test"),
            string.Join('|', tables.SelectMany(t => t.Rows).SelectMany(r => r)) };
        Assert.NotEmpty(dispatch.Figures);
        foreach (var output in outputs.Select(WithoutNumbersOfOurOwn))
            foreach (var secret in secrets.Split('|')) Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
    }

    // Cells of digits of our own.
    private static readonly string[] Ours = ["confidence", "span_start", "span_end", "date", "published", "from"];

    // Offsets, confidences and style sheets have digits of their own.
    private static string WithoutNumbersOfOurOwn(string output)
    {
        output = System.Text.RegularExpressions.Regex.Replace(output, "\"offset\":\\[\\d+,\\d+\\]|<style>.*?</style>|\"confidence\":[\\d.]+", "",
            System.Text.RegularExpressions.RegexOptions.Singleline);
        return System.Text.RegularExpressions.Regex.Replace(output, ",\\d+,\\d+,", ",,,");
    }

    /// <summary>What nothing tells is withheld; what the text calls a place or a body anywhere is not, nor is any word of a claim.</summary>
    [Theory]
    [InlineData("Mwenga has been quiet. Some 600 people fled villages near Mwenga.", "Mwenga has been quiet")]
    [InlineData("The capital, Odrakhan, took in 600 people who fled the flood.", "Odrakhan")]
    [InlineData("Fighting goes on in towns such as Karsat, Mado and Odrin; 600 people fled.", "Karsat, Mado and Odrin")]
    [InlineData("The Displacement Tracking Matrix lists 600 people who fled the flood.", "Tracking Matrix")]
    [InlineData("Kyiv's forces shelled the town and 600 people fled.", "Kyiv's forces")]
    [InlineData("The camp is now 40 hectares large; 600 people fled to it.", "now 40 hectares")]
    [InlineData("According to Odrak residents, 600 people fled.", "According to Odrak residents")]
    [InlineData("The Karsat Reserve Union (KRU) said 600 people fled the flood.", "Karsat Reserve Union")]
    [InlineData("Khartoum Situation report No. 5. Some 600 people fled the flood.", "Situation report No. 5")]
    [InlineData("The Ministry of Camps, Welfare and Progress said 600 people fled the flood.", "Camps, Welfare and Progress")]
    [InlineData("Around 600 Mandari herders fled the Odrin-held hills.", "Mandari")]
    [InlineData("Mr Al Turgal said 460 people fled Al Qaim.", "Al Qaim")]
    [InlineData("Imran Khan wept. The mayor of Khan Younis said 460 people had fled.", "Khan Younis")]
    [InlineData("Idris El Nour said 460 people fled El Fasher.", "El Fasher")]
    [InlineData("The governor of North Darfur denied that 460 people fled El Fasher.", "North Darfur denied")]
    [InlineData("The General Directorate of Civil Protection said 460 people fled.", "General Directorate of")]
    [InlineData("The schools house 400 displaced people; 460 people fled.", "house 400 displaced")]
    [InlineData("Rainfall reached 12.3456 mm, 45.1 in Odra; 460 people fled.", "12.3456 mm")]
    [InlineData("Our partner organisations said 460 people fled.", "partner organisations")]
    [InlineData("Some 460 people fled Ali Sabieh after Ali Omar was shot.", "Ali Sabieh")]
    [InlineData("Hassan Omar wept. The Hassan Foundation said 460 people fled.", "The Hassan Foundation said")]
    [InlineData("Victoria Turgal wept; 460 people fled the shores of Lake Victoria.", "Lake Victoria")]
    [InlineData("The names of Bor and Akobo are on every list; 460 people fled.", "Bor and Akobo")]
    [InlineData("Orsola Odra wept; 460 people fled Odra.", "fled Odra")]
    [InlineData("Some 460 people fled after Sheikh Maqsoud was shelled.", "Sheikh Maqsoud")]
    [InlineData("Forecasters warned of floodwaters. Some 460 people fled.", "Forecasters warned")]
    [InlineData("Floodwaters Force 460 People From Odra", "Floodwaters Force")]
    [InlineData("The Emergency Tracking lists 460 people who fled.", "Emergency Tracking")]
    [InlineData("Cyclone warnings came late. Zorana struck and 460 people fled.", "Zorana struck")]
    [InlineData("Keziban, population 400, is empty; 460 people fled.", "Keziban, population")]
    [InlineData("Some 460 people fled Odra (Karsat) on Sunday.", "Odra (Karsat)")]
    [InlineData("Some 460 people who fled Odra rely on Tel Mado.", "Tel Mado")]
    [InlineData("Mercy Relief said 460 people fled Odra, Karsat, and Tel Mado.", "Mercy Relief said 460 people fled Odra, Karsat, and Tel Mado")]
    [InlineData("Asked for Odra, the answer was no. Some 460 people fled.", "was no. Some")]
    [InlineData("Two-thirds of the town fled the two-week-old siege; 460 people are in Odra.", "two-week-old siege")]
    public void Places_and_bodies_are_not_withheld(string text, string shown)
    {
        var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 15) });
        var page = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(DispatchHtml.Page(dispatch, text, "test"),
            "<sup>.*?</sup>|<[^>]+>", ""));
        Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    /// <summary>The name of a file is shown as a title; it may bear a name or a number to call.</summary>
    [Theory]
    [InlineData("reports/odra-2024-05-15.txt", "reports/odra-2024-05-15.txt")]
    [InlineData("karsat_sitrep_20240515.html", "karsat_sitrep_20240515.html")]
    [InlineData("interview-turgal.txt", "interview-[name].txt")]
    [InlineData("Fatima_Vantini.txt", "[name].txt")]
    [InlineData("call-06905550142.txt", "call-[phone].txt")]
    [InlineData("ali-sabieh.txt", "ali-sabieh.txt")]
    public void A_title_bears_nothing_private(string title, string shown)
    {
        var dispatch = DispatchReader.Read("Keziban Turgal wept; 460 people fled.", new ReadOptions { Published = new DateOnly(2024, 5, 15), Title = title });
        Assert.Equal(shown, dispatch.Title);
    }

    [Fact]
    public void A_speaker_for_an_office_becomes_the_office()
    {
        var dispatch = DispatchReader.Read("Governor Hassan Barzan said 3,000 people had fled the district.",
            new ReadOptions { Published = new DateOnly(2024, 5, 15) });
        Assert.Equal(new Attribution("Governor", SourceType.LocalOfficial), Assert.Single(dispatch.Figures).Source);
    }

    /// <summary>A number of a document, a telephone or an age is none of people, and an age joins no number behind its comma.</summary>
    [Theory]
    [InlineData("When he was 17, 460 people fled Odra.", "460")]
    [InlineData("On July 17, 460 people fled Odra.", "460")]
    [InlineData("Some 17, 460 people fled Odra.", "17460")]
    [InlineData("ID number 87654321 was of one of the 460 people who fled Odra.", "460")]
    [InlineData("Call +380 (67) 321-54-76 about the 460 people who fled Odra.", "460")]
    [InlineData("Her sons, 6 and 9, were among 460 people who fled Odra.", "460")]
    [InlineData("The tally is to reach 150 000 people who fled Odra.", "150000")]
    public void Only_people_are_counted(string text, string values)
    {
        var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 8, 15) });
        Assert.Equal(values, string.Join(' ', dispatch.Figures.Select(f => f.Value)));
    }

    /// <summary>One word of a private name takes no claim from a place that has it as well.</summary>
    [Fact]
    public void A_place_that_shares_a_word_with_a_person_stays_in_its_claims()
    {
        var dispatch = DispatchReader.Read(
            "Idris El Nour wept. The road from El Fasher to El Obeid was closed and 460 people fled El Fasher.",
            new ReadOptions { Published = new DateOnly(2024, 5, 15) });
        Assert.Equal(["El Fasher"], Assert.Single(dispatch.Figures).Origin.Select(p => p.Name).Distinct());
        Assert.Equal(["El Fasher", "El Obeid"], Assert.Single(dispatch.Access).Ends.Select(e => e.Name));
    }

    [Fact]
    public void A_publisher_and_an_id_bear_no_private_name()
    {
        var dispatch = DispatchReader.Read("Keziban Turgal said 460 people fled Odra.",
            new ReadOptions { Published = new DateOnly(2024, 5, 15), Publisher = "Amina Turgal", Id = "interview-keziban-turgal" });
        Assert.Null(dispatch.Publisher);
        Assert.DoesNotContain("keziban", dispatch.Id, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("OCHA", DispatchReader.Read("Some 460 people fled.",
            new ReadOptions { Published = new DateOnly(2024, 5, 15), Publisher = "OCHA" }).Publisher);
    }

    [Fact]
    public void A_private_speaker_becomes_a_witness()
    {
        var dispatch = DispatchReader.Read("Yusuf Hamid said 200 families had left the quarter.", new ReadOptions { Published = new DateOnly(2024, 5, 15) });
        Assert.Equal("witness", Assert.Single(dispatch.Figures).Source.Name);
    }
}
