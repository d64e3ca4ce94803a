"""Words that tell names of persons, places and organisations apart.

Written for this program from general knowledge; forenames are those common in
English, French, German and Russian books of the last three centuries.
"""

from typing import Final

from octavo.encode.vocabulary import words

TITLES: Final = words(
    """Mr Mrs Miss Ms Messrs Dr Sir Lord Lady Dame Captain Capt Colonel Col General Gen
    Major Lieutenant Lieut Sergeant Admiral Commodore Commander King Queen Prince
    Princess Emperor Empress St Saint Rev Reverend Hon Madame Mme Mademoiselle Mlle
    Monsieur Herr Frau Fräulein Professor Prof Governor Senator Ambassador Judge Justice
    Duke Duchess Count Countess Earl Baron Baroness Marquis Viscount Squire Tsar Czar
    Pope Cardinal Bishop Archbishop Father Brother Sister Uncle Aunt Dean Doctor Farmer
    Don Donna Comrade Maître Graf Gräfin Baronin Freiherr König Kaiser Fürst Onkel Tante
    Master Mistress Goody Cousin Consul Secretary President Premier Abbé Abbe Chief
    Assistant Deputy Vice Chairman Canon Canoness Parson Hofrat Geheimrat Pfarrer Doktor
    Hauptmann Leutnant Oberst Baronesse Prinz Prinzessin Herzog Herzogin Erzherzog
    Comte Comtesse Marquise Duc Duchesse Vicomte Vicomtesse Docteur Curé
    Maréchal Général Oncle Chevalier"""
)
# Titles that are offices too, and often stand without a name.
OFFICES: Final = words(
    """President Secretary General Consul Governor Senator Ambassador Judge Justice
    Premier Bishop Archbishop Cardinal Pope King Queen Emperor Empress Prince Princess
    Captain Colonel Major Commander Admiral Professor Doctor Father Brother Sister
    Master Mistress Count Duke Lord Lady Sir Saint Consuls"""
)
FORENAMES: Final = words(
    """Aaron Abel Abigail Abraham Ada Adam Adelaide Adele Adolf Adolph Adolphe Agatha
    Agnes Alan Albert Alexander Alexandra Alexandre Alexei Alexis Alfred Alice Allen
    Alphonse Amelia Amos Amy Anatole Andreas André Andrew Andrei Angela Anita Ann Anna
    Anne Annie Anthony Anton Antoine Antonia Antonio Arnold Arthur August Auguste
    Augustus Axel Barbara Basil Beatrice Benedict Benjamin Bernard Bernhard Bertha
    Bertrand Bessie Betsy Betty Blanche Boris Brian Bridget Bruno Camille Carl Carlo
    Caroline Catharine Catherine Cecil Cecilia Charles Charlotte Christian Christine
    Christopher Christoph Clara Clarence Claude Clement Colin Conrad Constance Cyril
    Daniel David Deborah Denis Dennis Diana Dick Dmitri Dolly Donald Dora Dorothea
    Dorothy Douglas Duncan Ebenezer Eberhard Edgar Edith Edmond Edmund Eduard Edward
    Edwin Eleanor Elena Eli Elias Elihu Elisabeth Eliza Elizabeth Ella Ellen Emil Emile
    Émile Emily Emma Emmanuel Enoch Eric Erich Ernest Ernst Esther Ethel Eugene Eugène
    Eva Eve Evelyn Felix Ferdinand Fanny Florence Frances Francis Francisco François
    Frank Franz Fred Frederic Frederick Friedrich Fritz Gaston Geoffrey Georg George
    Georges Gerald Gerard Gertrude Gilbert Giovanni Giuseppe Gordon Grace Graham Greta
    Gregory Grigory Guillaume Gustav Gustave Guy Hannah Hans Harold Harriet Harry Harvey
    Hedwig Heinrich Helen Helena Henri Henriette Henrik Henry Herbert Hermann Hester
    Hilda Horace Howard Hubert Hugh Hugo Humphrey Ian Ida Ignatius Igor Irene Irina
    Isaac Isabel Isabella Ivan Jack Jacob Jacques Jakob James Jan Jane Janet Jean Jeanne
    Jeannine Jeffrey Jemima Jenny Jeremiah Jerome Jessie Jim Joachim Joan Joe Johann
    Johannes John Jonas Jonathan José Josef Joseph Josephine Joshua Juan Judith Jules
    Julia Julian Julie Julien Julius Karl Kate Katharine Katherine Kathleen Keith
    Kenneth Kitty Konrad Konstantin Kurt Laura Laurence Lawrence Leo Leon Léon Leonard
    Leonid Leopold Leslie Lev Lewis Lillian Lionel Lizzie Louis Louisa Louise Lucas
    Lucien Lucius Lucy Ludwig Luigi Luis Luke Lydia Lyndon Madeleine Magdalena Marc
    Marcel Marco Margaret Margarete Marguerite Maria Marian Marie Mark Martha Martin
    Mary Mathilde Matilda Matthew Maud Maurice Max Maxim Maximilian May Michael Michel
    Michele Mikhail Mildred Miriam Molly Moritz Moses Nancy Napoleon Natalia Natalie
    Nathan Nathaniel Ned Nelly Nicholas Nicolas Nikolai Nora Norman Olga Oliver Olivia
    Oscar Oskar Oswald Otto Owen Patience Patrick Paul Paula Pauline Pedro Peggy Percy
    Peter Philip Philippe Phoebe Pierre Polly Rachel Ralph Raoul Raymond Rebecca
    Reginald Reinhold René Richard Robert Roberto Robin Roderick Roger Roland Ronald
    Rosa Rose Rosalie Rosalind Rowland Rudolf Rudolph Rufus Rupert Ruth Sally Salvador
    Sam Samuel Sarah Saul Sebastian Sergei Seth Siegfried Sigmund Silas Simon Solomon
    Sophia Sophie Stanley Stella Stephan Stephen Susan Susanna Sylvia Ted Theodor
    Theodore Theresa Therese Thérèse Thomas Timothy Tobias Tom Ulrich Ulysses Ursula
    Valentine Vera Victor Viktor Vincent Viola Violet Virginia Vladimir Walter Warren
    Wilhelm Wilhelmine Will William Willy Winifred Winston Wolfgang Woodrow Xavier
    Yevgeny Yves Zachary"""
)
PLACES: Final = words(
    """Africa Albania Algeria Alexandria America Amsterdam Antwerp Arabia Argentina Asia
    Athens Atlantic Australia Austria Babylon Baltic Barcelona Basel Bavaria Belgium
    Bengal Berlin Bern Bohemia Bombay Bordeaux Boston Brazil Bremen Britain Brussels
    Bulgaria Cairo Calais Calcutta California Cambridge Canada Carthage Chicago Chile
    China Cologne Constantinople Copenhagen Corinth Cuba Cyprus Damascus Denmark Dover
    Dresden Dublin Edinburgh Egypt England Europe Finland Florence Florida France
    Frankfurt Geneva Genoa Georgia Germany Glasgow Greece Greenland Hamburg Hannover
    Havana Hawaii Holland Hungary Iceland India Iowa Iran Iraq Ireland Israel Italy
    Jamaica Japan Java Jerusalem Kansas Kentucky Korea Leipzig Leningrad Lisbon
    Liverpool London Lyon Lyons Madeira Madrid Malta Manchester Marseille Marseilles
    Martinique Massachusetts Mediterranean Mexico Michigan Milan Moscow Munich München
    Naples Netherlands Norway Nuremberg Oxford Pacific Palestine Panama Paris Persia
    Petersburg Petrograd Philadelphia Philippines Poland Portugal Prague Prussia Rhine
    Rome Russia Salzburg Saxony Scotland Serbia Siberia Sicily Spain Stockholm
    Strasbourg Sweden Switzerland Syria Tahiti Texas Thames Tibet Tokyo Toulon Troy
    Turkey Ukraine USSR Venice Versailles Vienna Vietnam Virginia Wales Warsaw
    Washington Wien Yorkshire Zurich Zürich Deutschland Frankreich Österreich
    Prag Brünn Brüssel Köln Nürnberg Genf Mailand Venedig Rom Florenz Neapel Moskau
    Warschau Krakau Breslau Königsberg Danzig Straßburg Kopenhagen Lissabon Athen
    Konstantinopel Ägypten Italien Spanien Rußland Russland Preußen Bayern Böhmen Mähren
    Tirol Schweiz Europa Asien Afrika Amerika Ungarn Polen Griechenland Türkei Ischl
    Londres Vienne Bruxelles Genève Venise Naples Moscou Varsovie Athènes Lisbonne
    Espagne Italie Angleterre Allemagne Autriche Russie Suisse Belgique Hollande
    Bourgogne Bretagne Normandie Provence Lyon"""
)
PLACE_WORDS: Final = words(
    """Street Road Square Avenue Lane Bay Island Islands Isle River Lake Mount Mountain
    Cape Gulf Sea Ocean Strait Straits Sound Harbour Port County Castle Palace Bridge
    Park Hill Hills Valley City Town Village House Hall Abbey Church Cathedral Villa
    Hotel Green Common Wood Forest Farm North South East West New Fort Point Coast"""
)
GROUP_WORDS: Final = words(
    """Department Office Committee Commission Congress Senate Parliament Ministry
    University College School Academy Society Institute Association Company Bank Party
    Union League Army Navy Bureau Division Council Court Cabinet Government House Church
    Museum Library Press Times Journal Gazette Review Foundation Agency Board Club
    Club Corporation Conference Convention Treaty Act Bill War Revolution Series Press
    Republic Federation International Organization Organisation Accord Accords
    Agreement Charter Points Atoll Canal Order Service Staff Legation Embassy Mission
    Opposition Constitution Declaration Doctrine Plan Program Project Book Testament
    Bible Gospel Genesis Proverbs Psalms Ecclesiastes Veda Edda Koran"""
)
# Capitalised words that are never names of persons: days, months, peoples, tongues.
NEVER: Final = words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
    April June July August September October November December English French German
    Russian American British Italian Spanish Roman Greek Latin Jewish Jews Jew Christian
    Christians Christianity Indian Indians Chinese Japanese Turkish Dutch Irish Scotch
    Scottish Welsh European African Asian Soviet Bolshevik Bolsheviks Marxist Stalinism
    Marxism Communist Communists Communism Socialist Socialists Anarchist Anarchists
    Nazi Catholic Protestant Hindu Hindus Muslim
    Arab Arabs Persian Egyptian Germans Romans Greeks Englishman Frenchman Americans
    God Heaven Christmas Easter Chapter Part Book Section Volume Vol Figure Fig Plate
    Page Note Madam Oh Ah Yes No Well Ay Nay Montag Dienstag Mittwoch
    Donnerstag Freitag Samstag Sonntag I O The A An He She It We They You My His Her
    Majesty Lordship Ladyship Highness Excellency Thereupon Hereupon II III IV VI VII
    U.S U.S. U.K. Our Their This That These Those And But For Or If When Then So In On
    At To From By
    With As Of Not Now What Who Why How Where There Here"""
)
SPEECH: Final = words(
    """said says wrote asked replied cried answered told thought knew felt saw went came
    took gave had was did returned continued exclaimed added believed argued served
    became died lived married appointed signed sent spoke declared sagte fragte rief
    antwortete erwiderte meinte lachte nickte versetzte dit répondit fit demanda reprit
    murmura ajouta répliqua"""
)
# Words before the name of a place, and before that of a person.
IN_PLACE: Final = words("in at near throughout around à aus nach in")
LOWER_TITLES: Final = words(
    """king queen prince princess emperor empress captain lord lady doctor professor
    president general colonel major admiral bishop pope saint uncle aunt cousin brother
    sister captn capt poor old young little dear named called poet philosopher painter
    herr frau onkel tante kaiser könig roi reine docteur monsieur madame capitaine"""
)
SAINTS: Final = words("St Saint San Santa Sankt")
# Words that open sentences and are seldom met inside them.
OPENERS: Final = words(
    """Although Though Because Since While Whilst Until Unless Whether Whereas Upon
    After
    Before During Between Among Against Through Throughout Without Within Under Over
    About Above Below Behind Beside Besides Beyond Despite Except Like Unlike Near Next
    First Second Third Last Then Thus Hence However Moreover Therefore Meanwhile Still
    Yet Even Only Also Again Once Soon Perhaps Certainly Indeed Finally Later Earlier
    Both Either Neither Each Every Some Many Most Few Several Another Other Others Such
    Same More Less Much Little Great New Old Young Good Poor Dear All Any None Nothing
    Everything Something Someone Nobody Let Come Go Look See Hear Take Give Make Do Does
    Did Is Are Was Were Be Been Being Have Has Had Can Could Will Would Shall Should May
    Might Must Der Die Das Den Dem Des Ein Eine Einen Und Aber Oder Doch Nicht Ich Wir
    Er Sie Es Ihr Als Wenn Da So Nun Auch Noch Nach Bei Mit Von Vor Auf Aus Zu Im Am Le
    La Les Un Une Des Du Et Mais Ou Donc Il Elle Ils Elles On Nous Vous Je Tu Ce Cette
    Ces Dans Sur Sous Avec Sans Pour Par Quand Comme Si"""
)
PARTICLES: Final = "de|von|van|der|den|du|des|la|le|di|da|del|zu|ten|bin|ibn|al|y"
