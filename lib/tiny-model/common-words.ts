/** Common words of simple English. With the words of the corpus they tell whether a text is one Sprout may read. */
export const COMMON_WORDS: readonly string[] = `
a about above after again against all almost alone along already also always am an and another any anybody anyone anything are
around as ask at away back be because been before began begin behind being below best better between big both but by call called
came can cannot come could day did different do does done down during each early either else end enough even ever every everybody
everyone everything example far few find first for found from front full gave get give given go goes going gone good got had
half hand has have he hear help her here hers herself high him himself his home how however i if in inside instead into is it
its itself just keep kept kind knew know known large last late later least left less let like little long look made make many
may maybe me mean might mine more most much must my myself name near need never new next no nobody none nor not nothing now of
off often oh ok okay old on once one only open or other our ours out outside over own part people perhaps place please put quite
rather ready really right said same saw say second see seem seen several shall she should show side since small so some somebody
someone something sometimes soon still stop such sure take taken tell than thank thanks that the their them themselves then
there these they thing think third this those though thought through time to today together told tomorrow tonight too took
toward try turn two under until up upon us use used very want was way we well went were what whatever when where whether which
while white who whole whom whose why will wish with within without word words work would write wrong yes yesterday yet you your
yours yourself zero three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand million
able afraid age ago air alphabet angry animal answer apple arm arrive art aunt autumn baby bad bag bake ball banana bank bath
beach bear beautiful become bed bee believe bell belong bend bicycle bike bird birthday bite black blood blow blue board boat body bone
book boot bored born borrow boss bottle bottom bowl box boy brain branch brave bread break breakfast breathe bridge bright bring
brother brown brush build building burn bus busy butter button buy cake camera candle cap capital car card care careful carry castle
cat catch chair change cheap cheese chicken child children choose church cinema circle city class clean clear clever climb clock
close clothes cloud coat coffee coin cold color colour complete computer continue cook cookie copy corner correct cost count country
course cousin cow cross crowd cry cup cut dad dance danger dark daughter dead dear deep dentist describe desk diary dictionary
difficult dig dinner dirty dish doctor dog doll door draw dream dress drink drive drop dry duck ear earth east easy eat egg elephant
empty enjoy enter evening exam excited expensive explain eye face fact fall family famous farm farmer fast fat father favorite
favourite feed feel feeling feet fell field fight fill film finger finish fire fish fit fix flag flat floor flower fly fold follow
food foot football forest forget fork free fresh friend friendly frog fruit fun funny future game garden gift girl glad glass glasses
goal gold goodbye grandfather grandma grandmother grandpa grass gray great green grey ground group grow guess guest guitar hair
hall happen happy hard hat hate head health healthy heart heavy hello hen hero hi hide hill history hit hobby hold hole holiday
homework hope horse hospital hot hotel hour house hungry hurry hurt husband ice idea ill important interesting internet invite island
job join joke juice jump key kick kid kill king kiss kitchen kite knee knife knock lady lake lamp land language laugh law lazy leaf
learn leave leg lemon lesson letter library lie life lift light line lion lip list listen live lock lonely lose lost lot loud love
lovely low luck lucky lunch machine magic mail man map market marry match math matter meal meat meet meeting men middle
milk mind minute miss mistake mix model mom moment money monkey month moon morning mother mountain mouse mouth move movie mum music
nation nature neck neighbor neighbour nervous nest news newspaper nice night noise normal north nose note notice number nurse ocean
office oil opposite orange order page paint pair paper parent park party pass past path pay peace pen pencil penguin pepper person
pet phone photo piano pick picture piece pig pilot pink pizza plan plane planet plant plate play player pocket poem point police
polite pool poor popular positive negative possible potato present pretend pretty price prince princess prize problem program promise
proud pull pupil puppy purple push queen question quick quickly quiet rabbit race radio rain rainbow reach read real reason red
remember repeat reply rest restaurant return rhyme rice rich ride ring river road robot rock roll roof room rope round row rule run
sad safe sail salad salt sand sandwich save scared school science sea season seat secret sell send sentence serious set
shape share sheep shelf ship shirt shoe shop short shout shower shut shy sick sign silver simple sing singer sister sit size ski
skin sky sleep slow slowly smart smell smile snake snow soap sofa soft sold soldier son song sorry sound soup south space speak
special spell spend spider spoon sport spring square stand star start station stay step stick stone store storm story strange street strong
student study stupid sugar suggest summer sun sunny supper surprise sweet swim table tail talk tall taste taxi tea teach teacher
team teeth telephone television temperature ten tennis terrible test text theater thick thin thirsty throw ticket tidy tie
tiger tired toe token tomato tongue tooth top touch town toy train translate travel tree trip trouble true trust truth twice
type ugly umbrella uncle understand uniform use useful user usually vacation vegetable village visit voice wait wake walk wall
war warm wash watch water wave weak wear weather week weekend welcome west wet wheel wife wild wind window winter
woman women wonderful wood world worry write writer year yellow young zoo sum plus minus times equals add subtract
die dice heads tails capitals capital briefly short pirate word
ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he's here's how's i'd i'll i'm i've isn't it's let's
she's shouldn't that's there's they're wasn't we'll we're weren't what's where's who's won't wouldn't you'll you're you've
`
  .trim()
  .split(/\s+/);
