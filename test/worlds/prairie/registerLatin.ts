/** Invented firms of Brazil and of Mexico: `name|legal form|city, state|web domain|trade name`. */
export const brazilRows = `
Açougue Boi Dourado|Ltda.|Goiânia, GO|boidourado.com.br|
Agropecuária Rio Manso|Ltda.|Cuiabá, MT|riomanso.agr.br|
Alambique Serra Fina|Ltda.|Paraty, RJ|serrafina.com.br|
Almeida e Prado Advogados Associados||São Paulo, SP|almeidaprado.adv.br|
Artefatos de Cimento Tatuapé|Ltda.|São Paulo, SP|cimentotatuape.com.br|
Associação Comercial de Itajubá||Itajubá, MG|aci-itajuba.org.br|
Auto Peças Carajás|Ltda.|Belém, PA|carajasautopecas.com.br|
Bebidas Mandacaru|S.A.|Fortaleza, CE|mandacaru.ind.br|
Biscoitos Vovó Zélia|Ltda.|Poços de Caldas, MG|vovozelia.com.br|
Borrachas Araucária|Ltda.|Curitiba, PR|borrachasaraucaria.com.br|
Café Fazenda Santa Inês|Ltda.|Carmo de Minas, MG|cafesantaines.com.br|
Calçados Passo Firme|Ltda.|Franca, SP|passofirme.com.br|
Cerâmica Irmãos Bortolini|Ltda.|Criciúma, SC|ceramicabortolini.com.br|
Clínica Odontológica Sorriso Novo|Ltda.|Campinas, SP|sorrisonovo.com.br|
Clube Náutico Guaíba||Porto Alegre, RS|nauticoguaiba.com.br|
Colégio Monte Alverne||Juiz de Fora, MG|montealverne.g12.br|
Comércio de Tintas Arco-Íris|Ltda.|Recife, PE|tintasarcoiris.com.br|
Confecções Flor de Lis|EPP|Blumenau, SC|flordelis.com.br|
Construtora Horizonte Verde|S.A.|Belo Horizonte, MG|horizonteverde.com.br|
Cooperativa dos Produtores de Mel do Sertão||Picos, PI|copmel.coop.br|
Corretora de Seguros Baluarte|Ltda.|Salvador, BA|baluarteseguros.com.br|
Cutelaria Gaúcha|Ltda.|Caxias do Sul, RS|cutelariagaucha.com.br|
Dedetizadora Formiga Zero|ME|Niterói, RJ|formigazero.com.br|
Distribuidora de Alimentos Paulistana|Ltda.|Osasco, SP|dapalimentos.com.br|
Dois Irmãos Transportes|Ltda.|Dois Irmãos, RS|doisirmaostransportes.com.br|
Editora Pé de Vento|Ltda.|São Paulo, SP|pedevento.com.br|
Elevadores Planalto|Ltda.|Brasília, DF|elevadoresplanalto.com.br|
Embalagens Tucunaré|Ltda.|Manaus, AM|tucunare.ind.br|
Empório Quitanda Mineira|ME|Ouro Preto, MG|quitandamineira.com.br|
Engenharia Souza & Castilho|Ltda.|Ribeirão Preto, SP|souzacastilho.eng.br|
Escola Infantil Girassol|ME|Londrina, PR|girassolinfantil.com.br|
Esquadrias Novo Mundo|Ltda.|Anápolis, GO|novomundoesquadrias.com.br|
Farmácia de Manipulação Botica Real|Ltda.|Natal, RN|boticareal.com.br|
Fazenda Lagoa Bonita|S.A.|Barreiras, BA|lagoabonita.agr.br|
Ferragens Tiradentes|Ltda.|São João del-Rei, MG|ferragenstiradentes.com.br|
Floricultura Ipê Amarelo|ME|Holambra, SP|ipeamarelo.com.br|
Frigorífico Pantanal|S.A.|Corumbá, MS|frigopantanal.com.br|
Fundação Olhar Cidadão||Vitória, ES|olharcidadao.org.br|
Fundição Minas Ferro|Ltda.|Divinópolis, MG|minasferro.ind.br|
Gelo Polar da Amazônia|Ltda.|Manaus, AM|gelopolar.com.br|
Gráfica Tipo & Cor|Ltda.|Joinville, SC|tipoecor.com.br|
Hotel Pousada das Gaivotas|Ltda.|Búzios, RJ|gaivotas.tur.br|
Imobiliária Casa Própria|Ltda.|Sorocaba, SP|casapropria.imb.br|
Indústria de Móveis Bento Gonçalves|Ltda.|Bento Gonçalves, RS|imbg.ind.br|
Instituto de Oftalmologia Boa Vista||Boa Vista, RR|iobv.med.br|
Laboratório Vida Clara|Ltda.|Uberlândia, MG|vidaclara.med.br|
Laticínios Três Marias|Ltda.|Três Marias, MG|tresmarias.ind.br|
Lavanderia Espuma Branca|EIRELI|Santos, SP|espumabranca.com.br|
Livraria Capítulo Um|Ltda.|Florianópolis, SC|capituloum.com.br|
Locadora de Máquinas Tração|Ltda.|Cascavel, PR|locatracao.com.br|
Madeireira Jatobá|Ltda.|Sinop, MT|madeireirajatoba.com.br|
Malhas Inverno Sul|Ltda.|Gramado, RS|invernosul.com.br|
Marcenaria Oliveira e Filhos|ME|Piracicaba, SP|marcenariaoliveira.com.br|
Metalúrgica São Jorge|Ltda.|Diadema, SP|metalsaojorge.com.br|
Mineração Pedra Azul|S.A.|Pedra Azul, MG|pedraazul.com.br|
Moinho Trigo de Ouro|S.A.|Ponta Grossa, PR|trigodeouro.com.br|
Navegação Rio Negro|Ltda.|Manaus, AM|navrionegro.com.br|
Óptica Visão Perfeita|Ltda.|Maceió, AL|visaoperfeita.com.br|
Padaria Pão de Cada Manhã|ME|Guarulhos, SP|paodecadamanha.com.br|
Papelaria Lápis de Cor|EPP|Bauru, SP|lapisdecor.com.br|
Pescados Mar Aberto|Ltda.|Itajaí, SC|maraberto.com.br|
Plásticos Hortência|Ltda.|Jundiaí, SP|plasticoshortencia.ind.br|
Prefeitura Municipal de Nova Aurora||Nova Aurora, GO|novaaurora.go.gov.br|
Rações Campo Forte|Ltda.|Chapecó, SC|campoforte.com.br|
Refrigeração Ártico|Ltda.|Feira de Santana, BA|articorefrigeracao.com.br|
Salgados da Tia Nena|ME|Contagem, MG|tianena.com.br|
Sementes Cerrado Fértil|S.A.|Luís Eduardo Magalhães, BA|cerradofertil.agr.br|
Sindicato dos Bancários do Agreste||Caruaru, PE|bancariosagreste.org.br|
Supermercados Bom Preço do Vale|Ltda.|Taubaté, SP|bomprecodovale.com.br|
Tecelagem Fio Nobre|S.A.|Americana, SP|fionobre.ind.br|
Têxtil Irmãs Kühn|Ltda.|Brusque, SC|textilkuhn.com.br|
Transportadora Asa Branca|Ltda.|Campina Grande, PB|asabrancatransportes.com.br|
Usina Canavial do Norte|S.A.|Maceió, AL|canavialnorte.com.br|
Vidraçaria Cristalina|ME|Aracaju, SE|vidracariacristalina.com.br|
Vinícola Colina dos Ventos|Ltda.|Garibaldi, RS|colinadosventos.com.br|
`;

export const mexicoRows = `
Abarrotes Don Chuy|S.A. de C.V.|Culiacán, Sin.|abarrotesdonchuy.mx|
Aceites del Bajío|S.A. de C.V.|Irapuato, Gto.|aceitesdelbajio.com.mx|
Aduanales Frontera Norte|S.C.|Nuevo Laredo, Tamps.|afnorte.com.mx|
Agaves La Estancia|S.P.R. de R.L.|Tequila, Jal.|agaveslaestancia.mx|
Aguacates Peñafría|S.P.R. de R.L.|Uruapan, Mich.|penafria.mx|
Alimentos Balanceados El Yaqui|S.A. de C.V.|Ciudad Obregón, Son.|elyaqui.com.mx|
Arquitectos Ibarra y Montemayor|S.C.|Monterrey, N.L.|ibarramontemayor.mx|
Artesanías Barro Negro|S. de R.L. de C.V.|Oaxaca, Oax.|barronegro.mx|
Asesores Fiscales Lozano|S.C.|Saltillo, Coah.|lozanofiscal.com.mx|
Autotransportes Tres Guerras del Sur|S.A. de C.V.|Celaya, Gto.|tgsur.com.mx|
Azulejos Talavera Fina|S.A. de C.V.|Puebla, Pue.|talaverafina.mx|
Baños y Cocinas Lerma|S.A. de C.V.|Toluca, Méx.|bclerma.com.mx|
Bodegas Viñedo Seco|S.A. de C.V.|Ensenada, B.C.|vinedoseco.mx|
Cafetalera La Sombra|S. de R.L. de C.V.|Coatepec, Ver.|cafelasombra.mx|
Calzado Paso Real|S.A. de C.V.|León, Gto.|pasoreal.com.mx|
Camarones Marisma|S.A. de C.V.|Mazatlán, Sin.|marisma.mx|
Carnes Selectas Chihuahua|S.A. de C.V.|Chihuahua, Chih.|cschihuahua.com.mx|
Central de Abasto del Golfo|A.C.|Veracruz, Ver.|abastogolfo.org.mx|
Centro Universitario Benito Lara|A.C.|Pachuca, Hgo.|cubl.edu.mx|
Clínica Dental Sonrisas|S.C.|Querétaro, Qro.|dentalsonrisas.mx|
Colegio Nueva Aurora|A.C.|Mérida, Yuc.|nuevaaurora.edu.mx|
Comercializadora Tres Hermanos|S.A. de C.V.|Guadalajara, Jal.|treshermanos.mx|
Constructora Peña Blanca|S.A. de C.V.|Hermosillo, Son.|penablanca.com.mx|
Corporativo Hotelero Caleta|S.A. de C.V.|Acapulco, Gro.|hotelescaleta.mx|
Curtidos El Toro|S.A. de C.V.|León, Gto.|curtidoseltoro.mx|
Decoraciones Papel Picado|S. de R.L. de C.V.|San Salvador Huixcolotla, Pue.|papelpicado.mx|
Despacho Jurídico Arriaga|S.C.|Morelia, Mich.|arriagajuridico.mx|
Dulces Regionales La Abuela|S.A. de C.V.|Morelia, Mich.|dulceslaabuela.mx|
Editorial Jacaranda|S.A. de C.V.|Ciudad de México, CDMX|editorialjacaranda.mx|
Electricidad Industrial del Norte|S.A. de C.V.|Monterrey, N.L.|einorte.com.mx|
Empacadora Valle Verde|S.A. de C.V.|Zamora, Mich.|empacadoravalleverde.mx|
Envases Metálicos Anáhuac|S.A. de C.V.|Naucalpan, Méx.|envasesanahuac.mx|
Farmacias La Salud|S.A. de C.V.|Tampico, Tamps.|farmaciaslasalud.mx|
Ferretería El Tornillo Feliz|S. de R.L. de C.V.|Tepic, Nay.|tornillofeliz.mx|
Flores de Villa Guerrero|S.P.R. de R.L.|Villa Guerrero, Méx.|floresvg.mx|
Fundación Manos a la Siembra|A.C.|Tuxtla Gutiérrez, Chis.|manosalasiembra.org.mx|
Fundidora Cerro de Plata|S.A. de C.V.|Zacatecas, Zac.|cerrodeplata.mx|
Gasolineras del Pacífico|S.A. de C.V.|Colima, Col.|gaspacifico.mx|
Granos y Semillas del Mayo|S.A. de C.V.|Navojoa, Son.|gsmayo.com.mx|
Hospital San Gabriel|S.A. de C.V.|Aguascalientes, Ags.|hospitalsangabriel.mx|
Impresos Rápidos Zapata|S.A. de C.V.|Cuernavaca, Mor.|impresoszapata.mx|
Ingenio Cañaverales|S.A. de C.V.|Córdoba, Ver.|canaverales.com.mx|
Inmobiliaria Las Jacarandas|S.A. de C.V.|Guadalajara, Jal.|lasjacarandas.mx|
Instituto Cultural del Istmo|A.C.|Juchitán, Oax.|icistmo.org.mx|
Joyería Plata Taxqueña|S. de R.L. de C.V.|Taxco, Gro.|platataxquena.mx|
La Espiga Dorada Panificadora|S.A. de C.V.|Torreón, Coah.|espigadorada.mx|
Laboratorios Químicos Tenoch|S.A. de C.V.|Ciudad de México, CDMX|lqtenoch.com.mx|
Lácteos Rancho Alegre|S.A. de C.V.|Lagos de Moreno, Jal.|lacteosranchoalegre.mx|
Llantas y Servicios Durango|S.A. de C.V.|Durango, Dgo.|llantasdurango.mx|
Maderas Sierra Tarahumara|S.A. de C.V.|Parral, Chih.|maderastarahumara.mx|
Mangos del Soconusco|S.P.R. de R.L.|Tapachula, Chis.|mangosoconusco.mx|
Maquiladora Río Bravo|S. de R.L. de C.V.|Reynosa, Tamps.|maqriobravo.com.mx|
Mármoles Tepeaca|S.A. de C.V.|Tepeaca, Pue.|marmolestepeaca.mx|
Mezcal Casa Lobo|S. de R.L. de C.V.|Santiago Matatlán, Oax.|casalobo.mx|
Mueblería Roble Viejo|S.A. de C.V.|Ocotlán, Jal.|robleviejo.mx|
Notaría Pública Treinta y Dos||Mérida, Yuc.|notaria32.mx|
Operadora de Restaurantes Mar y Tierra|S.A. de C.V.|La Paz, B.C.S.|marytierra.mx|El Faro Azul
Orfebres del Centro|S.C. de R.L.|San Luis Potosí, S.L.P.|orfebrescentro.mx|
Pinturas Volcán|S.A. de C.V.|Colima, Col.|pinturasvolcan.mx|
Plomería Hidráulica Téllez|S. de R.L. de C.V.|Tijuana, B.C.|plomeriatellez.mx|
Productos Lácteos El Ciervo|S.A. de C.V.|Tulancingo, Hgo.|elciervo.mx|
Química Potosina|S.A. de C.V.|San Luis Potosí, S.L.P.|quimicapotosina.mx|
Refrescos Manantial|S.A. de C.V.|Tehuacán, Pue.|refrescosmanantial.mx|
Refrigeración y Climas Mexicali|S.A. de C.V.|Mexicali, B.C.|rcmexicali.mx|
Salinas de Cuyutlán|S.C. de R.L.|Cuyutlán, Col.|salinascuyutlan.mx|
Seguros y Fianzas Atlas Norte|S.A.|Monterrey, N.L.|atlasnorte.mx|
Sistemas de Riego Laguna|S.A. de C.V.|Gómez Palacio, Dgo.|riegolaguna.mx|
Talleres Gráficos Quetzal|S.A. de C.V.|Ciudad de México, CDMX|graficosquetzal.mx|
Textiles Santa Ana Chiautempan|S.A. de C.V.|Chiautempan, Tlax.|tsac.com.mx|
Tortillería La Milpa|S.A. de C.V.|Cuautla, Mor.|lamilpa.mx|
Transportes Refrigerados Sinaloa|S.A. de C.V.|Culiacán, Sin.|trsinaloa.com.mx|
Turismo Selva Maya|S. de R.L. de C.V.|Playa del Carmen, Q. Roo|selvamaya.mx|
Universidad Tecnológica del Valle|A.C.|Toluca, Méx.|utv.edu.mx|
Vidrios y Aluminios Cajeme|S.A. de C.V.|Ciudad Obregón, Son.|vacajeme.mx|
Yeso y Cal del Bravo|S.A. de C.V.|Piedras Negras, Coah.|yesocalbravo.mx|
`;
