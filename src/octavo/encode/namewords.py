"""Words that tell names of persons, places and organisations apart.

Written for this program from general knowledge; forenames are those common in
books of the larger European languages of the last three centuries.
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
    Maréchal Général Oncle Chevalier Doña Señor Señora Señorita Signor Signora
    Signorina Senhor Senhora Mijnheer Mevrouw"""
)
# Titles that are offices too, and often stand without a name.
OFFICES: Final = words(
    """President Secretary General Consul Governor Senator Ambassador Judge Justice
    Premier Bishop Archbishop Cardinal Pope King Queen Emperor Empress Prince Princess
    Captain Colonel Major Commander Admiral Professor Doctor Father Brother Sister
    Master Mistress Count Duke Lord Lady Sir Saint Consuls"""
)
FORENAMES: Final = words(
    """Aaron Abel Abigail Abraham Ada Adalbert Adam Adelaide Adele Adolf Adolph Adolphe
    Afonso Agatha Agnes Alan Albert Alberto Alessandro Alexander Alexandra Alexandre
    Alexei Alexis Alfonso Alfred Alice Allen Alois Aloys Alphonse Amalie Amelia Amos
    Amy Ana Anatole Andreas Andrei Andrew André Andrés Andrzej Angela Anita Ann Anna
    Anne Annie Anthony Antoine Anton Antonia Antonio Arnold Arthur August Auguste
    Augustus Axel Álvaro Ángel Barbara Basil Beatrice Beatriz Benedict Benedikt
    Benjamin Bernard Bernd Bernhard Bernhardine Bertha Bertrand Bessie Betsy Betty
    Bianca Blanche Boris Brian Bridget Bruno Camille Carl Carlo Carlos Carmen
    Caroline Caterina Catharine Catherine Cecil Cecilia Cesare Charles Charlotte
    Chiara Christian Christine Christoph Christopher Clara Clarence Claude Clemens
    Clement Colin Conrad Constance Cornelis Cyril Daniel David Deborah Denis Dennis
    Diana Dick Diego Dirk Dmitri Dolly Dolores Donald Dora Dorothea Dorothy Douglas
    Duncan Ebenezer Eberhard Edgar Edith Edmond Edmund Eduard Edward Edwin Egon
    Eleanor Elena Eli Elias Elihu Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen
    Emil Emile Emilia Emilie Emily Emma Emmanuel Enoch Enrico Enrique Eric Erich
    Ernest Ernesto Ernst Esther Ethel Eugene Eugenie Eugène Eva Eve Evelyn Émile
    Fanny Federico Felipe Felix Ferdinand Fernando Filippo Florence Frances Francesca
    Francesco Francis Francisco François Frank Franz Franziska Fred Frederic
    Frederick Friederike Friedrich Fritz Gaetano Gaston Geoffrey Georg George Georges
    Gerald Gerard Gerrit Gertrude Giacomo Gilbert Giorgio Giovanni Giulia Giuseppe
    Gordon Gottfried Gotthold Gottlieb Grace Graham Gregory Greta Grigory Guillaume
    Gustav Gustave Guy Günther Hannah Hans Harold Harriet Harry Harvey Hedwig
    Heinrich Heinz Helen Helena Helmut Hendrik Henri Henriette Henrik Henrique Henry
    Herbert Hermann Hermine Hester Hilda Horace Howard Hubert Hugh Hugo Humphrey Ian
    Ida Ignacio Ignatius Ignaz Igor Ilse Inês Irene Irina Isaac Isabel Isabella
    Isidro Ivan Jack Jacob Jacques Jadwiga Jakob James Jan Jane Janet Jean Jeanne
    Jeannine Jeffrey Jemima Jenny Jeremiah Jerome Jessie Jim Joachim Joan Joana
    Joaquín João Joe Johann Johanna Johannes John Jonas Jonathan Jorge Josef Josefa
    Josefine Joseph Josephine José Joshua Józef Juan Juana Judith Jules Julia Julian
    Julie Julien Julius Jürgen Karl Karoline Katarzyna Kate Katharine Katherine
    Kathleen Kazimierz Käthe Keith Kenneth Kitty Klaas Klaus Konrad Konstantin Kurt
    Laura Laurence Lawrence Leo Leon Leonard Leonardo Leonid Leonor Leopold
    Leopoldine Leslie Lev Lewis Léon Lillian Lionel Lizzie Lodovico Lorenzo Lotte
    Louis Louisa Louise Lucas Lucia Lucien Lucius Lucy Ludwig Luigi Luis Luisa Luise
    Luís Luke Lydia Lyndon Maarten Madeleine Magdalena Manuel Marc Marcel Marco Marek
    Margaret Margarete Margarethe Marguerite Maria Marian Marianne Marie María Mark
    Martha Martin Mary Mathias Mathilde Matilda Matteo Matthew Matthias Maud Maurice
    Max Maxim Maximilian May Małgorzata Michael Michel Michele Miguel Mikhail Mildred
    Minna Miriam Molly Moritz Moriz Moses Nancy Napoleon Natalia Natalie Nathan
    Nathaniel Ned Nelly Nicholas Nicolas Nikolai Nikolaus Nora Norman Olga Oliver
    Olivia Oscar Oskar Oswald Ottilie Otto Owen Pablo Paolo Patience Patrick Paul
    Paula Pauline Pedro Peggy Percy Peter Philip Philipp Philippe Phoebe Pierre
    Pieter Pietro Pilar Piotr Polly Rachel Rafael Raffaele Ralph Ramón Raoul Raymond
    Rebecca Reginald Reinhold René Renzo Richard Robert Roberto Robin Roderick Roger
    Roland Ronald Rosa Rosalie Rosalind Rose Rowland Rudolf Rudolph Rufus Rupert Ruth
    Sabine Sally Salvador Salvatore Sam Samuel Sarah Saul Sebastian Sergei Seth
    Siegfried Sigmund Silas Silvio Simon Solomon Sophia Sophie Stanisław Stanley
    Stefano Stella Stephan Stephen Susan Susanna Sylvia Tadeusz Ted Teresa Theodor
    Theodore Theresa Therese Thérèse Thomas Timothy Tobias Tom Tomasz Tommaso Ulrich
    Ulysses Ursula Valentin Valentine Vera Vicente Victor Viktor Vincent Viola Violet
    Virginia Vittorio Vladimir Walter Walther Warren Wenzel Wilhelm Wilhelmine Will
    Willem William Willy Winifred Winston Wojciech Wolfgang Woodrow Xavier Yevgeny
    Yves Zachary Zofia"""
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
    murmura ajouta répliqua dijo preguntó respondió exclamó contestó disse chiese
    rispose esclamò perguntou respondeu zei vroeg antwoordde rzekł powiedział zapytał"""
)
# Words before the name of a place, and before that of a person.
IN_PLACE: Final = words("in at near throughout around à aus nach en em te")
LOWER_TITLES: Final = words(
    """king queen prince princess emperor empress captain lord lady doctor professor
    president general colonel major admiral bishop pope saint uncle aunt cousin brother
    sister captn capt poor old young little dear named called poet philosopher painter
    herr frau onkel tante kaiser könig roi reine docteur monsieur madame capitaine
    señor señora señorita doña signor signora signorina senhor senhora mijnheer
    mevrouw"""
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
