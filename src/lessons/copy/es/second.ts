import type { LessonsCopy } from '../copy.ts';

/** Whose new policy is another one. */
const whose = {
  '0': 'solo la de KL',
  '1': 'solo la de Wasserstein',
  '1.2': 'la de Wasserstein y la de Sinkhorn',
  '0.1.2': 'las tres',
};

/** Lessons 5 to 8, in Spanish. */
export const second: LessonsCopy = {
  price: {
    title: 'El precio, el radio y el dual',
    can: 'decir cómo un radio δ hace un precio β, y cuándo el precio es 0.',
    teaches:
      'Un radio se respeta buscando el precio con el que el paso mide exactamente eso. El mínimo del dual es ese precio. Al mejorar la política hay menos que ganar, y el precio baja solo.',
    mistakes:
      'Se fijan β y δ a la vez, o se cree que δ siempre se gasta. Cerca de la mejor política el paso voraz es más corto que δ: el límite no aprieta y β es 0.',
    exam: {
      question: 'δ se reduce a la mitad. ¿Sube o baja β, y por qué?',
      answer: 'Sube: un paso más corto es el que se da cuando mover cuesta más.',
    },
    scenes: [
      {
        title: 'La mitad del radio',
        text: 'El <radius>radio</radius> δ dice hasta dónde puede llegar una actualización. La regla busca entonces el <price>precio</price> β con el que llega exactamente hasta ahí. A la izquierda δ es 0.1, a la derecha la mitad.',
        ask: '¿Cómo será el precio de la derecha, comparado con el de la izquierda?',
        options: { up: 'más alto', same: 'el mismo', down: 'más bajo' },
        after:
          'A la izquierda {wide}, a la derecha {narrow}. Un paso más corto es el que se da cuando mover cuesta más.',
      },
      {
        title: 'El área alcanzable',
        text: 'El área es la <region>región de confianza</region>: todas las políticas dentro de δ. La línea es donde cae KL con cada precio. El punto está donde la línea sale del área. Su precio es {beta}.',
        ask: 'Sube δ a 0.2 o más, y mira cómo crecen el área y el punto.',
        after: 'Cuanto mayor el área, más lejos por su línea llega la actualización, y más bajo es el precio.',
      },
      {
        title: 'El precio a lo largo de las actualizaciones',
        text: 'En el acantilado δ es siempre la misma. Lo que queda por ganar es cada vez menos.',
        ask: '¿Qué hace el precio de la primera actualización a la última?',
        options: { up: 'sube', same: 'se queda', down: 'baja' },
        after:
          'En KL de {first} a {tenth} tras diez actualizaciones, y al final a 0. Cuando hay poco que ganar hace falta un precio bajo para moverse igual de lejos.',
      },
      {
        title: 'Toma el precio en tu mano',
        text: 'Hasta ahora la regla giraba β por ti: el control se movía solo. Puedes agarrarlo cuando quieras. Entonces el precio es tuyo, y la longitud del paso lo sigue.',
        ask: 'Arrastra el control del precio, en cualquier sentido.',
        after: 'El precio está ahora en tu mano. «auto» se lo devuelve a su regla.',
      },
      {
        title: 'Un radio que no aprieta',
        text: 'A la izquierda δ es otra vez 0.1. A la derecha δ es 5, más de lo que necesita cualquier paso.',
        ask: '¿Cuál será el precio de la derecha?',
        options: { halves: 'una cincuentena parte del otro', zero: 'exactamente 0', same: 'el mismo' },
        after:
          'β es {beta}: con sitio de sobra se da el paso voraz, directo a la mejor acción. El radio ya no aprieta.',
      },
    ],
  },
  decay: {
    title: 'Un precio que baja',
    can: 'decir por qué un precio que baja llega a la mejor política, y uno fijo se queda corto.',
    teaches:
      'La zona muerta es tan ancha como el precio. Si el precio va a 0, la zona se cierra y al final se toma cada ganancia. Es el resultado de convergencia del artículo, con ventajas exactas.',
    mistakes:
      'Se concluye que bajar siempre es mejor. Con ventajas muestreadas puede dejar de explorar demasiado pronto: véase la página de afirmaciones.',
    exam: {
      question: '¿Por qué β/(k+1) le sirve a Wasserstein donde cualquier β > 0 fija puede fallar?',
      answer:
        'Toda ganancia que quede, por pequeña que sea, supera desde cierta actualización el precio de su movimiento. Un precio fijo nunca toma las que están por debajo.',
    },
    scenes: [
      {
        title: '¿Fijo o bajando?',
        text: 'Las dos columnas son Wasserstein en el acantilado. A la izquierda el precio se queda en 4.4. A la derecha empieza en 44 y se divide por el número de actualizaciones: es 4.4 en la décima, y sigue bajando.',
        ask: '¿Quién ha llegado a la mejor política tras 60 actualizaciones?',
        options: { '0': 'solo el precio fijo', '1': 'solo el que baja', both: 'las dos', none: 'ninguna' },
        after:
          'A la izquierda faltan {fixed} para siempre. A la derecha, {falling}: la <deadzone>zona muerta</deadzone> se encogió hasta nada.',
      },
      {
        title: '¿Cuándo se separaron?',
        text: 'La línea de tiempo guarda todas las actualizaciones. Al principio el precio que baja es el más alto, y su columna va detrás.',
        ask: 'Arrastra la línea de tiempo a la actualización 12 o antes.',
        after: 'Primero el precio que baja es más lento, por ser más alto. Adelanta donde el fijo se ha parado.',
      },
      {
        title: '¿Y KL?',
        text: 'KL no tiene zona muerta: se mueve por cada ganancia, aunque poco. Otra vez el precio es 4.4 fijo a la izquierda y baja a la derecha.',
        ask: '¿Qué columna está en la mejor política tras 60 actualizaciones?',
        options: { '0': 'la del precio fijo', '1': 'la del que baja', none: 'ninguna' },
        after: 'Fijo: a {fixed}, arrastrándose. Bajando: {falling}. Un precio fijo no para a KL, pero lo hace lento.',
      },
      {
        title: 'En otro mundo',
        text: 'Un mapa pequeño con meta y peligro, donde cada paso puede resbalar. Wasserstein con precio fijo 0.1, y con uno que baja desde 1.',
        ask: '¿Quién llega al 1 % del mejor retorno en 60 actualizaciones?',
        options: { '0': 'solo el precio fijo', '1': 'solo el que baja', both: 'las dos', none: 'ninguna' },
        after: 'El precio fijo se queda a {fixed}. El que baja está a {falling} del mejor.',
      },
    ],
  },
  cost: {
    title: 'El coste de un movimiento',
    can: 'decir qué es M, y qué regla la ve.',
    teaches:
      'M dice lo lejos que están las acciones. Wasserstein y Sinkhorn pagan por la distancia; KL no la conoce. Una buena M hace baratos los cambios inofensivos y caros los dañinos.',
    mistakes: 'Se cree que M es parte del mundo o de la recompensa. La elige quien mide las actualizaciones.',
    exam: {
      question:
        'Se duplican todas las distancias entre acciones y el precio β se reduce a la mitad. ¿Qué cambia para Wasserstein, y para KL?',
      answer:
        'Nada para Wasserstein: solo cuenta β·M. KL no ve M, pero su precio bajó a la mitad, así que su paso es más largo.',
    },
    scenes: [
      {
        title: 'Más lejos',
        text: 'A, B y C están en una línea; las tres reglas llevaron probabilidad a C. Ahora C se aleja, al doble de distancia de A. Recompensas, precios y política antigua no cambian.',
        ask: '¿De quién será otra la nueva política?',
        options: whose,
        after:
          'C recibe ahora {kl} de KL, como antes, {w} de Wasserstein y {s} de Sinkhorn. KL solo mira probabilidades; las otras dos pagan el camino.',
      },
      {
        title: 'La tabla M',
        text: 'Todas las distancias están en una tabla, <cost>M</cost>: cuánto cuesta llevar probabilidad de una acción (fila) a otra (columna).',
        ask: 'Cambia las figuras bajo los mapas a «Coste M».',
        after: 'La tabla es la misma para Wasserstein y Sinkhorn. La columna de KL dice que no la usa.',
      },
      {
        title: 'Dar la vuelta, girar',
        text: 'En cuatro habitaciones M es el ángulo entre dos movimientos: dar la vuelta cuesta el doble que girar. Wasserstein prefiere girar.',
        ask: 'En los ajustes de abajo, elige otro coste de movimientos.',
        after: 'La columna de Wasserstein cambió, la de KL no. M es tu elección: dice qué cambios llamarías pequeños.',
      },
      {
        title: 'Más cerca otra vez',
        text: 'C está lejos, y B tiene casi toda la probabilidad. Ahora C se acerca: a la mitad de distancia de A.',
        ask: '¿De quién será otra la nueva política?',
        options: whose,
        after: 'Wasserstein da ahora {w} a C: el camino ya vale su precio. KL le da {kl}, como antes.',
      },
    ],
  },
  samples: {
    title: 'Pocas muestras, y qué es «robusto»',
    can: 'decir qué errores no nota Wasserstein, y por qué una sola ejecución no prueba nada.',
    teaches:
      'Un error menor que el precio del movimiento que propone no cambia en nada un paso de Wasserstein. Uno mayor lo cambia del todo. Con pocas muestras de verdad ninguna regla va delante en general.',
    mistakes:
      'Se toma «robusto» por «mejor con pocas muestras». En los ajustes medidos Wasserstein acabó por encima de KL en 4 de 20 y por debajo en 8.',
    exam: {
      question:
        'Una ventaja está equivocada en ε. ¿Cuándo cambia eso una actualización de Wasserstein, y cuándo una de KL?',
      answer:
        'La de Wasserstein solo si hace que compense un movimiento que no compensaba (o al revés): ganancia + ε contra β·M. La de KL siempre, un poco.',
    },
    scenes: [
      {
        title: 'Un error pequeño',
        text: 'B tiene .9, y con estos precios Wasserstein no mueve nada. Ahora alguien comete un error: A parece mejor de lo que es en 0.4.',
        ask: '¿De quién cambia la actualización por el error?',
        options: {
          '0': 'solo la de KL',
          '1': 'solo la de Wasserstein',
          '0.2': 'la de KL y la de Sinkhorn',
          '0.1.2': 'las tres',
        },
        after:
          'Wasserstein sigue moviendo {w}: el error es demasiado pequeño para pagar un movimiento. La <deadzone>zona muerta</deadzone> que la deja corta también la hace sorda a errores pequeños.',
      },
      {
        title: 'Un error grande',
        text: 'El mismo estado, y A parece mejor de lo que es en 1.6. Es más que el precio del movimiento.',
        ask: '¿Quién pierde más retorno?',
        options: { alike: 'las dos igual' },
        after:
          'El retorno de KL es ahora {kl}, el de Wasserstein {w}. Llevó todo a la acción equivocada. «Robusto» tiene un borde, y el borde es el precio.',
      },
      {
        title: 'Diez episodios',
        text: 'El acantilado, aprendido con 10 episodios por actualización. Todas las columnas mueven la misma parte y ven los mismos números al azar.',
        ask: '¿Cuál tiene el mayor retorno tras 40 actualizaciones?',
        after:
          'KL {kl}, Wasserstein {w}, Sinkhorn {s}. ¿Entonces Wasserstein es mejor con pocas muestras? No respondas todavía.',
      },
      {
        title: 'Otros dados',
        text: 'El mismo mundo, los mismos ajustes y reglas. Solo cambia la semilla: los episodios son otros.',
        ask: '¿Cuál tiene ahora el mayor retorno tras 40 actualizaciones?',
        after:
          'KL {kl}, Wasserstein {w}, Sinkhorn {s}. Otro ganador. Una ejecución no prueba nada: la página de barridos hace cientos, y la de afirmaciones muestra qué queda de la afirmación.',
      },
    ],
  },
};
